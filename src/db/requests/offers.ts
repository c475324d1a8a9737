import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata } from '../core/metadata.ts';

/** Returns the offers that stand beside a request. An offer stands beside the first request with which it could be made, and beside no other. */
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

/** Ends an offer that the citizen has taken up or does not want: it is not made again. */
export function endOffer(db: CitizenDatabase, name: string): Promise<void> {
  return db.transaction('rw', db.metadata, async () => {
    await keepMetadata(db, 'offered', { ...(await readMetadata(db, 'offered')), [name]: '' });
  });
}
