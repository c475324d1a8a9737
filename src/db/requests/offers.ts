import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';

/** Which of these offers stand beside a request: each stands beside the first one that it could be made with, and nowhere else. */
export function takeOffers(db: CitizenDatabase, names: readonly string[], requestId: string) {
  return db.transaction('rw', db.metadata, async () => {
    const kept = await readMetadata(db, 'offered');
    const taken = names.filter((name) => (kept[name] ?? requestId) === requestId);
    const offered = Object.fromEntries(taken.map((name) => [name, requestId]));
    if (taken.some((name) => kept[name] === undefined))
      await keepMetadata(db, 'offered', { ...kept, ...offered });
    return taken;
  });
}

/** It was taken up, or is not wanted now: it is not made again. */
export function endOffer(db: CitizenDatabase, name: string): Promise<void> {
  return db.transaction('rw', db.metadata, async () => {
    await keepMetadata(db, 'offered', { ...(await readMetadata(db, 'offered')), [name]: '' });
  });
}
