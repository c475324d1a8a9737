import { sql } from 'kysely';
import { tooManyAttempts } from '../../contract/problem.ts';
import {
  countTry,
  forgottenBefore,
  giveBackTry,
  TRY_LIMITS,
  type Tries,
} from '../../domain/sign-in-tries.ts';
import { CLERK_LIMITS } from '../clerks/clerk-limits.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';

const FORGOTTEN_AT_ONCE = 5000;
const LIMITS = { ...TRY_LIMITS, ...CLERK_LIMITS };

type TryKind = keyof typeof LIMITS;

/** Whose tries are counted, by kind. Kinds that are left out are not looked at. */
export type TriedBy = Partial<Record<TryKind, string>>;

export interface Tally {
  /** Returns the refusal while one of the kinds is blocked. */
  findBlock(...kinds: TryKind[]): Response | null;
  /** Counts a try, and returns the refusal if it was one too many. */
  count(kind: TryKind): Response | null;
  /** Takes away a try that was counted beforehand. */
  giveBack(...kinds: TryKind[]): void;
  clear(...kinds: TryKind[]): void;
}

/**
 * Judges a try while nobody else can try at the same: a hundred guesses at once, in whatever processes, are counted one by one. Those that come at once wait
 * in line, where each would otherwise hold a connection. A refusal is returned, not thrown, since the count must stay. Do what takes long between two of
 * these: inside it would hold a connection, and where there is only one, everybody.
 */
export function withTries<R>(
  context: Context,
  by: TriedBy,
  judge: (tx: Tx, tally: Tally) => Promise<R>,
): Promise<R> {
  const keys = keysOf(context, by);
  return inLine(context, [...keys.values()], () => judgeTry(context, keys, judge));
}

/** Takes the turns one after the other. */
function inLine<R>(
  context: Context,
  [key, ...others]: readonly string[],
  work: () => Promise<R>,
): Promise<R> {
  return key === undefined ? work() : context.queues.take(key, () => inLine(context, others, work));
}

async function judgeTry<R>(
  context: Context,
  keys: ReadonlyMap<TryKind, string>,
  judge: (tx: Tx, tally: Tally) => Promise<R>,
): Promise<R> {
  const now = context.clocks.now();
  return context.db.transaction().execute(async (tx) => {
    const rows = await lock(tx, [...keys.values()], now);
    const changed = new Map<string, Tries>();
    const read = (kind: TryKind) => rows.get(keys.get(kind) ?? '');
    const note = (kind: TryKind, tries: Tries) => {
      const key = keys.get(kind);
      if (key === undefined) throw new Error(`Nobody's ${kind} is counted here`);
      rows.set(key, tries);
      changed.set(key, tries);
    };
    const result = await judge(tx, {
      findBlock(...kinds) {
        const until = Math.max(...kinds.map((kind) => read(kind)?.blockedUntil ?? 0));
        return until > now ? tooManyAttempts(until, now) : null;
      },
      count(kind) {
        const tries = countTry(read(kind), LIMITS[kind], now);
        note(kind, tries);
        return tries.blockedUntil > 0 ? tooManyAttempts(tries.blockedUntil, now) : null;
      },
      giveBack(...kinds) {
        for (const kind of kinds) {
          const known = read(kind);
          if (known) note(kind, giveBackTry(known, LIMITS[kind], now));
        }
      },
      clear(...kinds) {
        for (const kind of kinds) note(kind, { count: 0, since: 0, blocks: 0, blockedUntil: 0, lastAt: now });
      },
    });
    if (changed.size > 0) await write(tx, changed);
    return result;
  });
}

/** Whether a try may be judged, and the answer if it turns out wrong; null: that it was wrong. */
type Counted = { isBlocked: true; refusal: Response } | { isBlocked: false; ifWrong: Response | null };

/**
 * Counts a try before it is judged, which takes long: however many come at once, none beyond the limit is judged. Give a right try back; one that was
 * interrupted stays counted.
 */
export function countBeforehand(context: Context, by: TriedBy): Promise<Counted> {
  const judged = withTries(context, by, async (_tx, tally): Promise<Counted> => {
    const kinds = kindsOf(by);
    const refusal = tally.findBlock(...kinds);
    // A throw takes the new rows back: nothing was counted, and one row for each try of a blocked address would fill the table.
    if (refusal) throw refusal;
    const refusals = kinds.map((kind) => tally.count(kind));
    return { isBlocked: false, ifWrong: refusals.find((each) => each !== null) ?? null };
  });
  return judged.catch((thrown: unknown): Counted => {
    if (thrown instanceof Response) return { isBlocked: true, refusal: thrown };
    throw thrown;
  });
}

/** Gives back what was counted beforehand and then was no try. */
export function giveBackAll(context: Context, by: TriedBy): Promise<void> {
  return withTries(context, by, async (_tx, tally) => tally.giveBack(...kindsOf(by)));
}

/**
 * Deletes old tries: anybody can make such rows by trying a NISS that nobody has. Rows that another transaction has locked stay. Each statement deletes a part:
 * it would take too long for a very full table, which would stay full then.
 */
export async function forgetOldTries({ db, clocks }: Context): Promise<void> {
  const old = db
    .selectFrom('tries')
    .select('key')
    .where('lastAt', '<=', forgottenBefore(clocks.now()))
    .limit(FORGOTTEN_AT_ONCE)
    .forUpdate()
    .skipLocked();
  const forgetSome = () => db.deleteFrom('tries').where('key', 'in', old).executeTakeFirst();
  while ((await forgetSome()).numDeletedRows > 0n);
}

export function kindsOf(by: TriedBy): TryKind[] {
  return Object.keys(by) as TryKind[];
}

/** Returns the keys in one order, in which all take turns and lock rows, so that no two wait for each other. */
function keysOf(context: Context, by: TriedBy): Map<TryKind, string> {
  const keys = kindsOf(by).map((kind) => [kind, keyOf(context, kind, by[kind] ?? '')] as const);
  return new Map(keys.toSorted(([, one], [, other]) => (one < other ? -1 : 1)));
}

/** The key is a fingerprint, so that neither a NISS nor an address is kept. */
function keyOf({ seal }: Context, kind: string, of: string): string {
  return Buffer.from(seal.fingerprint(`${kind}/${of}`)).toString('hex');
}

/** Locks the rows in the order of the keys. */
async function lock(db: Db, keys: readonly string[], now: number): Promise<Map<string, Tries>> {
  const rows = await db
    .insertInto('tries')
    .values(keys.map((key) => ({ key, lastAt: now })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key: sql`excluded.key` }))
    .returningAll()
    .execute();
  return new Map(rows.map(({ key, ...tries }) => [key, tries]));
}

/** Writes rows that are locked, all in one statement. */
async function write(tx: Tx, changed: ReadonlyMap<string, Tries>): Promise<void> {
  await tx
    .insertInto('tries')
    .values([...changed].map(([key, tries]) => ({ key, ...tries })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`excluded.count`,
        since: sql`excluded.since`,
        blocks: sql`excluded.blocks`,
        blockedUntil: sql`excluded.blocked_until`,
        lastAt: sql`excluded.last_at`,
      }),
    )
    .execute();
}
