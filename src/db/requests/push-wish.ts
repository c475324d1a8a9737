import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';
import { keepNewsWish } from './news.ts';

/** How this device is told of news while e-Clic is closed. */
export interface PushWish {
  /** Whether a notification says by which day the citizen has to answer. */
  saysDate: boolean;
}

/** Null: the device is not told. */
export function readPushWish(db: CitizenDatabase): Promise<PushWish | null> {
  return readMetadata(db, 'push');
}

/** Keeps the wish. Open pages no longer tell of news then: what the push service tells, nobody is told twice; and whoever turns it off is told nothing. */
export async function keepPushWish(db: CitizenDatabase, wish: PushWish | null, now: Date): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    await keepMetadata(db, 'push', wish);
    await keepNewsWish(db, false, now);
  });
}
