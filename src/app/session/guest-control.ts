import { type DeviceDatabase, noteGuest, noteGuestAdopted } from '../../db/core/device-database.ts';
import { forgetTabGuests, noteTabGuest } from '../../db/core/tab-guests.ts';
import { eraseForgotten, forgetIdleGuests } from '../../db/storage/forget-citizen.ts';
import {
  beginTabGuest,
  bringBackTabGuest,
  forgetTabGuest,
  readTabGuest,
  type TabGuest,
} from '../../lib/tab-guest.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import { showSessionNotice } from './session-notice.ts';

interface Place {
  device: DeviceDatabase;
  showCurrent: () => Promise<void>;
  now: () => Date;
}

/** Begins and ends the visit of a guest, who has not signed in. On a shared device what a guest writes lives as long as their tab. */
export function createGuestControl({ device, showCurrent, now }: Place) {
  async function forget({ id }: TabGuest): Promise<void> {
    // The key goes first: without it nobody reads what is still on the device, whatever comes in between.
    forgetTabGuest();
    await forgetTabGuests(device, [id]);
    await showCurrent();
    await eraseForgotten(device);
  }

  async function leave(): Promise<void> {
    const guest = readTabGuest();
    if (!guest) return;
    tabMemory()?.clear();
    await forget(guest);
  }

  return {
    async begin(shared: boolean): Promise<void> {
      await (shared ? noteTabGuest(device, beginTabGuest(), now()) : noteGuest(device));
      await showCurrent();
    },
    /** Called when nothing is left of what the guest has begun. The tab's memory is the citizen's, who goes on in it. */
    noteAdopted() {
      const guest = readTabGuest();
      return guest ? forget(guest) : noteGuestAdopted(device);
    },
    leave,
    /** Called when the guest has done nothing for the whole idle time. */
    async end(): Promise<void> {
      await leave();
      void showSessionNotice('idle.guestErased');
    },
    /** Called at the start: forgets the guests of every tab who have not come back within the idle time. */
    async resume(): Promise<void> {
      bringBackTabGuest();
      const idle = await forgetIdleGuests(device, now());
      if (idle.includes(readTabGuest()?.id ?? '')) void showSessionNotice('idle.guestErased');
    },
  };
}
