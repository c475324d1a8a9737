import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';
import { keepNewsWish } from './news.ts';

/** How this device is told of news while e-Clic is closed. */
export interface PushWish {
  /** Whether a notification says by which day the citizen has to answer. */
  saysDate: boolean;
}

/** Null: it is not told. */
export function readPushWish(db: CitizenDatabase): Promise<PushWish | null> {
  return readMetadata(db, 'push');
}

/** Nobody is told twice: what the push service tells, no open page tells too. */
export async function keepPushWish(db: CitizenDatabase, wish: PushWish | null, now: Date): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    await keepMetadata(db, 'push', wish);
    if (wish) await keepNewsWish(db, false, now);
  });
}
