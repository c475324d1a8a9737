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

/** Keeps the wish. Where the push service tells of news, open pages do not, so that nobody is told twice. */
export async function keepPushWish(db: CitizenDatabase, wish: PushWish | null, now: Date): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    await keepMetadata(db, 'push', wish);
    if (wish) await keepNewsWish(db, false, now);
  });
}
