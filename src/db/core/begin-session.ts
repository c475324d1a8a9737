import { startActivity } from './activity.ts';
import {
  type CurrentCitizen,
  type DeviceDatabase,
  readOccupants,
  rememberCitizen,
} from './device-database.ts';

const MINUTE_MS = 60_000;

interface Beginning {
  idleMinutes: number;
  now: Date;
  /** Who was current when the answer that is followed was looked at. Left out where the citizen has just signed in, which counts whoever was here. */
  before?: CurrentCitizen | null | undefined;
}

/**
 * Makes current the citizen whom the server knows, and begins their idle time. Returns false, and changes nothing, where somebody has signed in or out in
 * another tab since: whoever signs out must not be brought back by an answer that came before.
 */
export function beginSession(
  db: DeviceDatabase,
  citizen: CurrentCitizen,
  { idleMinutes, now, before }: Beginning,
): Promise<boolean> {
  return db.transaction('rw', db.device, async () => {
    const { current, signOutFirst } = await readOccupants(db);
    if (before !== undefined && (current?.id !== before?.id || signOutFirst)) return false;
    await startActivity(db, idleMinutes * MINUTE_MS, now, { keepsActivity: before?.id === citizen.id });
    await rememberCitizen(db, citizen);
    return true;
  });
}
