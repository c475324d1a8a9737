import type { TryLimit } from '../../domain/sign-in-tries.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Clerks have counters of their own: what citizens try keeps none of them out, nor the other way round. */
export const CLERK_LIMITS = {
  /** Tries for one user name from one network: guesses from elsewhere keep nobody out here. */
  clerkFrom: { blocksAt: 5, withinMs: DAY_MS },
  /** Tries for one user name in a browser in which that clerk has signed in before, from any network. */
  clerkBrowser: { blocksAt: 5, withinMs: DAY_MS },
  /** Tries from one network, for any user name. */
  clerksFrom: { blocksAt: 50, withinMs: 15 * MINUTE_MS },
  /**
   * Wrong codes of one clerk from any network, known browsers left out: there are only a million codes, and an attacker may have many networks. Nobody gets
   * this far without the password.
   */
  clerkCode: { blocksAt: 5, withinMs: DAY_MS },
} satisfies Record<string, TryLimit>;
