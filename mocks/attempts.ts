import { problem } from '../src/contract/problem.ts';
import type { Call } from './call.ts';
import { LAST_KEY, NO_LIMIT } from './store.ts';
import type { AttemptsRow } from './tables.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SECOND_MS = 1000;
/** The first block, the next one, and all later ones. */
const BLOCKS_MINUTES = [1, 5, 30] as const;

/** Something that may be tried so often. */
export interface Tally {
  key: string;
  /** The try that is one too many. */
  blocksAt: number;
  /** So long after its first try a count begins anew. */
  withinMs: number;
}

export const wrongPasswords = (niss: string): Tally => ({
  key: `password/${niss}`,
  blocksAt: 5,
  withinMs: DAY_MS,
});
export const wrongCodes = (citizenId: string): Tally => ({
  key: `wrongCode/${citizenId}`,
  blocksAt: 3,
  withinMs: DAY_MS,
});
/** Five are sent. */
export const askedCodes = (citizenId: string): Tally => ({
  key: `askedCode/${citizenId}`,
  blocksAt: 6,
  withinMs: DAY_MS,
});
/** Of anybody at an address, where many may live. */
export const wrongTriesFrom = (address: string): Tally => ({
  key: `address/${address}`,
  blocksAt: 50,
  withinMs: 15 * MINUTE_MS,
});

/** The refusal while one of them is blocked. */
export async function findBlock(call: Call, ...tallies: readonly Tally[]): Promise<Response | null> {
  const rows = await Promise.all(tallies.map(({ key }) => call.tx.get('attempts', key)));
  const until = Math.max(...rows.map((row) => row?.blockedUntil ?? 0));
  return until > call.realNow ? tooMany(call, until) : null;
}

/** Counts a try, and answers the refusal if it was one too many. */
export async function countTry(call: Call, tally: Tally): Promise<Response | null> {
  const { key, blocksAt } = tally;
  const before = await readTally(call, tally);
  const row = { ...before, count: before.count + 1, blockedUntil: 0, lastAt: call.realNow };
  if (row.count < blocksAt) {
    await call.tx.put('attempts', key, row);
    return null;
  }
  const minutes = BLOCKS_MINUTES[Math.min(row.blocks, BLOCKS_MINUTES.length - 1)] ?? 0;
  const blockedUntil = call.realNow + minutes * MINUTE_MS;
  await call.tx.put('attempts', key, { ...row, count: 0, blocks: row.blocks + 1, blockedUntil });
  return tooMany(call, blockedUntil);
}

export async function clearTries({ tx }: Call, ...tallies: readonly Tally[]): Promise<void> {
  for (const { key } of tallies) await tx.remove('attempts', key);
}

/** Anybody can make rows here, by trying a NISS that nobody has. */
export async function forgetOldTries({ tx, realNow }: Call): Promise<void> {
  const rows = await tx.range('attempts', { after: '', before: LAST_KEY, limit: NO_LIMIT });
  for (const { key, value } of rows) if (value.lastAt + DAY_MS <= realNow) await tx.remove('attempts', key);
}

async function readTally(
  { tx, realNow }: Call,
  { key, withinMs }: Tally,
): Promise<Pick<AttemptsRow, 'count' | 'since' | 'blocks'>> {
  const row = await tx.get('attempts', key);
  if (!row || row.lastAt + DAY_MS <= realNow) return { count: 0, since: realNow, blocks: 0 };
  const { blocks, count, since } = row;
  return since + withinMs <= realNow || count === 0
    ? { count: 0, since: realNow, blocks }
    : { count, since, blocks };
}

function tooMany({ realNow }: Call, until: number): Response {
  const seconds = Math.max(1, Math.ceil((until - realNow) / SECOND_MS));
  const retryAt = new Date(until).toISOString();
  return problem('too-many-attempts', { retryAt }, { 'Retry-After': String(seconds) });
}
