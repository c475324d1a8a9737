import { tooManyAttempts } from '../contract/problem.ts';
import { areForgotten, countTry as count, TRY_LIMITS, type TryKind } from '../domain/sign-in-tries.ts';
import type { Call } from './call.ts';
import { readTable } from './store.ts';

/** Names the count of one kind of try, for one NISS, one citizen, one reference or one address. */
export interface Tally {
  kind: TryKind;
  of: string;
}

export const wrongPasswords = (niss: string): Tally => ({ kind: 'password', of: niss });
export const wrongCodes = (citizenId: string): Tally => ({ kind: 'wrongCode', of: citizenId });
export const askedCodes = (citizenId: string): Tally => ({ kind: 'askedCode', of: citizenId });
export const wrongStatusCodes = (reference: string, address: string): Tally => ({
  kind: 'statusCode',
  of: `${reference} ${address}`,
});
export const wrongStatusCodesFrom = (address: string): Tally => ({ kind: 'statusAddress', of: address });
export const wrongTriesFrom = (address: string): Tally => ({ kind: 'address', of: address });
export const askedRecoveries = (niss: string): Tally => ({ kind: 'askedRecovery', of: niss });
export const recoveriesFrom = (address: string): Tally => ({ kind: 'recoveriesFrom', of: address });
export const wrongRecoveries = (niss: string): Tally => ({ kind: 'wrongRecovery', of: niss });

const keyOf = ({ kind, of }: Tally) => `${kind}/${of}`;

/** Returns the refusal while one of these counts is blocked. */
export async function findBlock(call: Call, ...tallies: readonly Tally[]): Promise<Response | null> {
  const rows = await Promise.all(tallies.map((tally) => call.tx.get('attempts', keyOf(tally))));
  const until = Math.max(...rows.map((row) => row?.blockedUntil ?? 0));
  return until > call.realNow ? tooManyAttempts(until, call.realNow) : null;
}

/** Counts a try, and returns the refusal if it was one too many. */
export async function countTry(call: Call, tally: Tally): Promise<Response | null> {
  const known = await call.tx.get('attempts', keyOf(tally));
  const row = count(known, TRY_LIMITS[tally.kind], call.realNow);
  await call.tx.put('attempts', keyOf(tally), row);
  return row.blockedUntil > 0 ? tooManyAttempts(row.blockedUntil, call.realNow) : null;
}

/** Counts a try at each of them, and returns the first refusal, if any. */
export async function countTries(call: Call, ...tallies: readonly Tally[]): Promise<Response | null> {
  let refusal: Response | null = null;
  for (const tally of tallies) {
    const tooMany = await countTry(call, tally);
    refusal ??= tooMany;
  }
  return refusal;
}

export async function clearTries({ tx }: Call, ...tallies: readonly Tally[]): Promise<void> {
  for (const tally of tallies) await tx.remove('attempts', keyOf(tally));
}

export async function forgetOldTries({ tx, realNow }: Call): Promise<void> {
  const rows = await readTable(tx, 'attempts');
  for (const { key, value } of rows) if (areForgotten(value, realNow)) await tx.remove('attempts', key);
}
