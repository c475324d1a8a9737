/** The time for which a process may be cut off: several times as long as it takes to be ready again. */
export const HEALS_WITHIN_MS = 60_000;

interface Asked {
  isReady(): Promise<boolean>;
  /** Whether the database answers a new connection. */
  isThereBeside(): Promise<boolean>;
  /** In ms. */
  now(): number;
}

/**
 * Tells whether the process should go on. It should not when it has long been cut off from a database that answers everybody else: another process in its place
 * would not be. A database that is away for all is no reason. The answer is what was found before, and a new look begins, since whoever asks gives up soon.
 */
export function createLiveness({ isReady, isThereBeside, now }: Asked): () => boolean {
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
    return cutOffSince === null || now() - cutOffSince < HEALS_WITHIN_MS;
  };
}
