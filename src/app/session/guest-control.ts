import { type DeviceDatabase, noteGuest, noteGuestAdopted } from '../../db/core/device-database.ts';
import { forgetTabGuests, noteTabGuest } from '../../db/core/tab-guests.ts';
import { eraseForgotten, forgetIdleGuests } from '../../db/storage/forget-citizen.ts';
import { beginTabGuest, bringBackTabGuest, forgetTabGuest, readTabGuest } from '../../lib/tab-guest.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import { showSessionNotice } from './session-notice.ts';

interface Place {
  device: DeviceDatabase;
  showCurrent: () => Promise<void>;
  now: () => Date;
}

/** Who writes without signing in; on a shared device what they write lives as long as their tab. */
export function createGuestControl({ device, showCurrent, now }: Place) {
  async function leave(): Promise<void> {
    const guest = readTabGuest();
    if (!guest) return;
    // First the key: without it nobody reads what is still there, whatever comes in between.
    forgetTabGuest();
    tabMemory()?.clear();
    await forgetTabGuests(device, [guest.id]);
    await showCurrent();
    await eraseForgotten(device);
  }

  return {
    async begin(shared: boolean): Promise<void> {
      await (shared ? noteTabGuest(device, beginTabGuest(), now()) : noteGuest(device));
      await showCurrent();
    },
    /** Nothing is left of what was begun. */
    noteAdopted: () => (readTabGuest() ? leave() : noteGuestAdopted(device)),
    leave,
    /** They have done nothing for the whole idle time. */
    async end(): Promise<void> {
      await leave();
      void showSessionNotice('idle.guestErased');
    },
    /** At the start: ends those of whatever tab who have not come back. */
    async resume(): Promise<void> {
      bringBackTabGuest();
      const idle = await forgetIdleGuests(device, now());
      if (idle.includes(readTabGuest()?.id ?? '')) void showSessionNotice('idle.guestErased');
    },
  };
}
