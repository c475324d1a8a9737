/** Several times as long as a process takes to be ready again. */
export const HEALS_WITHIN_MS = 60_000;

interface Asked {
  isReady(): Promise<boolean>;
  /** Whether whoever asks afresh is answered by the database. */
  isThereBeside(): Promise<boolean>;
  /** In ms. */
  now(): number;
}

/**
 * Whether the process should go on. Not where it has been cut off for long from a database that answers everybody else: another process in its place
 * would not be. Answers at once what was found before, and looks anew: whoever asks gives up soon, and a database that is away for all is no reason.
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
