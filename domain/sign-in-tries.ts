const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The first block, the next one, and all later ones. */
const BLOCKS_MINUTES = [1, 5, 30] as const;

/** Something that may be tried so often. */
export interface TryLimit {
  /** The try that is one too many. */
  blocksAt: number;
  /** So long after its first try a count begins anew. */
  withinMs: number;
}

export const TRY_LIMITS = {
  /** Of one NISS, whether anybody has it or not. */
  password: { blocksAt: 5, withinMs: DAY_MS },
  /** Of one citizen. */
  wrongCode: { blocksAt: 3, withinMs: DAY_MS },
  /** Of one citizen: five are sent. */
  askedCode: { blocksAt: 6, withinMs: DAY_MS },
  /** Of anybody at an address, where many may live. */
  address: { blocksAt: 50, withinMs: 15 * MINUTE_MS },
} satisfies Record<string, TryLimit>;

export type TryKind = keyof typeof TRY_LIMITS;

/** A code that has not been typed by then is none any more. */
export const CODE_LIFE_MS = 5 * MINUTE_MS;
/** Of a sign-in that somebody goes to a provider with. */
export const STATE_LIFE_MS = 10 * MINUTE_MS;

/** What is known of tries at one thing. Times are real ones, in ms. */
export interface Tries {
  count: number;
  /** Of the first try that is counted. */
  since: number;
  /** How often there was one too many: the next block is longer. */
  blocks: number;
  blockedUntil: number;
  lastAt: number;
}

/** With one try more. Blocked from now on, if it was one too many. */
export function countTry(known: Tries | undefined, { blocksAt, withinMs }: TryLimit, now: number): Tries {
  const before = stillCounted(known, withinMs, now);
  const tries = { ...before, count: before.count + 1, blockedUntil: 0, lastAt: now };
  if (tries.count < blocksAt) return tries;
  const minutes = BLOCKS_MINUTES[Math.min(tries.blocks, BLOCKS_MINUTES.length - 1)] ?? 0;
  return { ...tries, count: 0, blocks: tries.blocks + 1, blockedUntil: now + minutes * MINUTE_MS };
}

/** As if one of them had not been made: it was counted before it was known to be right. */
export function giveBackTry(known: Tries, { blocksAt }: TryLimit, now: number): Tries {
  if (known.count > 0) return { ...known, count: known.count - 1 };
  if (known.blockedUntil <= now) return known;
  return { ...known, count: blocksAt - 1, blocks: known.blocks - 1, blockedUntil: 0 };
}

/** By then nobody asks any more what was tried. Anybody can make rows of these, by trying a NISS that nobody has. */
export function areForgotten({ lastAt }: Pick<Tries, 'lastAt'>, now: number): boolean {
  return lastAt <= forgottenBefore(now);
}

export function forgottenBefore(now: number): number {
  return now - DAY_MS;
}

function stillCounted(
  known: Tries | undefined,
  withinMs: number,
  now: number,
): Pick<Tries, 'count' | 'since' | 'blocks'> {
  if (!known || areForgotten(known, now)) return { count: 0, since: now, blocks: 0 };
  const { blocks, count, since } = known;
  return since + withinMs <= now || count === 0 ? { count: 0, since: now, blocks } : { count, since, blocks };
}
