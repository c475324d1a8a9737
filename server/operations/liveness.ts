import type pg from 'pg';

/** The time for which a process may be cut off: several times as long as it takes to be ready again. */
export const HEALS_WITHIN_MS = 60_000;

interface Asked {
  isReady(): Promise<boolean>;
  /** Whether the database answers a new connection. */
  isThereBeside(): Promise<boolean>;
  /** When the database last answered any call, in ms. */
  answeredAt(): number;
  /** In ms. */
  now(): number;
}

/**
 * Tells whether the process should go on. It should not when it has long been cut off from a database that answers everybody else: another process in its place
 * would not be. A database that is away for all is no reason, nor are so many calls that each waits long for its turn: all processes would end alike. The answer
 * is what was found before, and a new look begins, since whoever asks gives up soon.
 */
export function createLiveness({ isReady, isThereBeside, answeredAt, now }: Asked): () => boolean {
  let cutOffSince: number | null = null;
  let isLooking = false;

  async function look(): Promise<void> {
    const isCutOff = !(await isReady()) && (await isThereBeside());
    cutOffSince = isCutOff ? (cutOffSince ?? now()) : null;
    isLooking = false;
  }

  return () => {
    if (!isLooking) {
      isLooking = true;
      void look();
    }
    return cutOffSince === null || now() - Math.max(cutOffSince, answeredAt()) < HEALS_WITHIN_MS;
  };
}

/**
 * Follows when the database last answered a statement of the pool, though it were with an error: whoever gives a connection back tells whether it is lost. Of the
 * embedded database, null, nothing is followed.
 */
export function followAnswers(pool: pg.Pool | null, now: () => number): () => number {
  let answeredAt = Number.NEGATIVE_INFINITY;
  pool?.on('release', (lost) => {
    if (!lost) answeredAt = now();
  });
  return () => answeredAt;
}
