import { noteGuest, noteGuestAdopted } from '../../db/core/device-database.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { forgetTabGuests, listIdleGuests, noteTabGuest } from '../../db/core/tab-guests.ts';
import { eraseForgotten } from '../../db/storage/forget-citizen.ts';
import {
  beginTabGuest,
  bringBackTabGuest,
  forgetTabGuest,
  readTabGuest,
  type TabGuest,
} from '../../lib/tab-guest.ts';
import { clearTabMemory } from '../../lib/tab-memory.ts';
import { showSessionNotice } from './session-notice.ts';
import { type Place, showWhoIsHere } from './session-scope.ts';

/** Begins and ends the visit of a guest, who has not signed in. On a shared device what a guest writes lives as long as their tab. */
export function createGuestControl(place: Place) {
  const { device, now } = place;

  async function forget({ id }: TabGuest): Promise<void> {
    // The key goes first: without it nobody reads what is still on the device, whatever comes in between.
    forgetTabGuest();
    await showWhoIsHere(place);
    // A device that takes no note of it may erase what they wrote all the same.
    await forgetTabGuests(device, [id]).catch(() => undefined);
    await eraseForgotten(device, [id]);
  }

  async function leave(): Promise<void> {
    const guest = readTabGuest();
    if (!guest) return;
    clearTabMemory(true);
    await forget(guest);
  }

  return {
    async begin(shared: boolean): Promise<void> {
      // Where memory stands in for the disk, the tab may hold the only key to what the guest wrote before.
      const noted = shared
        ? noteTabGuest(device, (isMemoryOnly() && readTabGuest()) || beginTabGuest(), now())
        : noteGuest(device);
      await noted.catch((failure) => {
        endQuietly(failure);
        void showSessionNotice('ended.notKept');
      });
      await showWhoIsHere(place);
    },
    /** Called when nothing is left of what the guest has begun. The tab's memory is the citizen's, who goes on in it. */
    noteAdopted() {
      const guest = readTabGuest();
      return guest ? forget(guest) : noteGuestAdopted(device);
    },
    leave,
    /** Called at the start: lists the guests of every tab who have not come back within the idle time. */
    findIdle(): Promise<string[]> {
      bringBackTabGuest();
      return listIdleGuests(device, now());
    },
  };
}
