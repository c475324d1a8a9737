import type { TryLimit } from '../../domain/sign-in-tries.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Clerks have counters of their own: what citizens try keeps none of them out, nor the other way round. */
export const CLERK_LIMITS = {
  /** Of one user name from one network: whoever guesses elsewhere keeps nobody out here. */
  clerkFrom: { blocksAt: 5, withinMs: DAY_MS },
  /** Of one browser in which that clerk has signed in before, wherever it is. */
  clerkBrowser: { blocksAt: 5, withinMs: DAY_MS },
  /** Of anybody from one network. */
  clerksFrom: { blocksAt: 50, withinMs: 15 * MINUTE_MS },
  /**
   * Of one clerk, from wherever, but for the browsers that are known: there are a million codes and not one network. Nobody gets as far without the
   * password.
   */
  clerkCode: { blocksAt: 5, withinMs: DAY_MS },
} satisfies Record<string, TryLimit>;
