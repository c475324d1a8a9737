const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The lengths of the first block, the next one, and all later ones, for a limit that sets none of its own. */
const BLOCKS_MINUTES = [1, 5, 30] as const;

/** How often something may be tried. */
export interface TryLimit {
  /** The number of the try that blocks. */
  blocksAt: number;
  /** The time after the first try at which the count begins anew. */
  withinMs: number;
  blocksMinutes?: readonly number[];
}

export const TRY_LIMITS = {
  /** Passwords tried for one NISS, whether anybody has it or not. */
  password: { blocksAt: 5, withinMs: DAY_MS },
  /** Wrong codes of one citizen. */
  wrongCode: { blocksAt: 3, withinMs: DAY_MS },
  /** Codes asked for by one citizen: five are sent. */
  askedCode: { blocksAt: 6, withinMs: DAY_MS },
  /** Tries from one network address, which many may share. */
  address: { blocksAt: 50, withinMs: 15 * MINUTE_MS },
  /** Recoveries of one NISS, whether anybody has it or not: three mails are sent within an hour. */
  askedRecovery: { blocksAt: 4, withinMs: HOUR_MS, blocksMinutes: [60] },
  /** Recoveries of any NISS from one network address: twenty may be asked for. */
  recoveriesFrom: { blocksAt: 21, withinMs: 15 * MINUTE_MS },
  /** Wrong codes of the recoveries of one NISS. */
  wrongRecovery: { blocksAt: 5, withinMs: DAY_MS },
  /** Wrong *códigos de consulta* for one reference, whether anybody has it or not, from one network address. */
  statusCode: { blocksAt: 5, withinMs: HOUR_MS, blocksMinutes: [60] },
  /** Wrong *códigos de consulta* from one network address, for any references. */
  statusAddress: { blocksAt: 50, withinMs: HOUR_MS, blocksMinutes: [60] },
} satisfies Record<string, TryLimit>;

export type TryKind = keyof typeof TRY_LIMITS;

/** How long the code of a sign-in is valid. */
export const CODE_LIFE_MS = 5 * MINUTE_MS;
/** How long a code is valid with which a citizen recovers the palavra-chave: a mail may take its time. */
export const RECOVERY_LIFE_MS = 10 * MINUTE_MS;
/** How long a sign-in at a provider may take. */
export const STATE_LIFE_MS = 10 * MINUTE_MS;

/** The count of tries at one thing. Instants are real ones, in ms. */
export interface Tries {
  count: number;
  /** The instant of the first try that is counted. */
  since: number;
  /** How often it was blocked, which decides how long the next block is. */
  blocks: number;
  blockedUntil: number;
  lastAt: number;
}

/** Adds a try, and blocks from now on if it was one too many. */
export function countTry(known: Tries | undefined, limit: TryLimit, now: number): Tries {
  const { blocksAt, withinMs, blocksMinutes = BLOCKS_MINUTES } = limit;
  const before = stillCounted(known, withinMs, now);
  const tries = { ...before, count: before.count + 1, blockedUntil: 0, lastAt: now };
  if (tries.count < blocksAt) return tries;
  const minutes = blocksMinutes[Math.min(tries.blocks, blocksMinutes.length - 1)] ?? 0;
  return { ...tries, count: 0, blocks: tries.blocks + 1, blockedUntil: now + minutes * MINUTE_MS };
}

/** Takes a try back, since tries are counted before they are known to be right. */
export function giveBackTry(known: Tries, { blocksAt }: TryLimit, now: number): Tries {
  if (known.count > 0) return { ...known, count: known.count - 1 };
  if (known.blockedUntil <= now) return known;
  return { ...known, count: blocksAt - 1, blocks: known.blocks - 1, blockedUntil: 0 };
}

/** Whether a count may be deleted. Anybody can make such rows, by trying a NISS that nobody has. */
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
