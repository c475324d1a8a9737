import { sql } from 'kysely';
import { tooManyAttempts } from '../../src/contract/problem.ts';
import {
  countTry,
  forgottenBefore,
  TRY_LIMITS,
  type Tries,
  type TryKind,
} from '../../src/domain/sign-in-tries.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';

/** Whose tries are counted; what is left out is not looked at. */
export type TriedBy = Partial<Record<TryKind, string>>;

export interface Tally {
  /** The refusal while one of them is blocked. */
  findBlock(...kinds: TryKind[]): Response | null;
  /** Counts a try, and answers the refusal if it was one too many. */
  count(kind: TryKind): Response | null;
  clear(...kinds: TryKind[]): void;
}

/**
 * Judges a try while nobody else can try at the same: a hundred guesses at once, at whatever process, are counted one by one. A refusal is
 * answered, not thrown, as the count must stay. What takes long is done beforehand: it would hold a connection, and where there is one alone,
 * everybody.
 */
export async function withTries<R>(
  context: Context,
  by: TriedBy,
  judge: (tx: Tx, tally: Tally) => Promise<R>,
): Promise<R> {
  const now = context.clocks.now();
  const keys = keysOf(context, by);
  return context.db.transaction().execute(async (tx) => {
    const rows = await lock(tx, [...keys.values()], now);
    const changed = new Map<string, Tries>();
    const read = (kind: TryKind) => rows.get(keys.get(kind) ?? '');
    const write = (kind: TryKind, tries: Tries) => {
      const key = keys.get(kind);
      if (key === undefined) throw new Error(`Nobody's ${kind} is counted here`);
      rows.set(key, tries);
      changed.set(key, tries);
    };
    const result = await judge(tx, {
      findBlock(...kinds) {
        const until = Math.max(...kinds.map((kind) => read(kind)?.blockedUntil ?? 0));
        return refuse(until, now);
      },
      count(kind) {
        const tries = countTry(read(kind), TRY_LIMITS[kind], now);
        write(kind, tries);
        return tries.blockedUntil > 0 ? tooManyAttempts(tries.blockedUntil, now) : null;
      },
      clear(...kinds) {
        for (const kind of kinds)
          write(kind, { count: 0, since: 0, blocks: 0, blockedUntil: 0, lastAt: now });
      },
    });
    for (const [key, tries] of changed)
      await tx.updateTable('tries').set(tries).where('key', '=', key).execute();
    return result;
  });
}

/** The refusal while one of them is blocked: there is nothing to judge. Whoever passes here can still be refused in their turn. */
export async function findEarlyBlock(context: Context, by: TriedBy): Promise<Response | null> {
  const rows = await context.db
    .selectFrom('tries')
    .select('blockedUntil')
    .where('key', 'in', [...keysOf(context, by).values()])
    .execute();
  return refuse(Math.max(0, ...rows.map(({ blockedUntil }) => blockedUntil)), context.clocks.now());
}

/** Anybody can make rows here, by trying a NISS that nobody has. What somebody else looks at meanwhile stays. */
export async function forgetOldTries({ db, clocks }: Context): Promise<void> {
  const old = db
    .selectFrom('tries')
    .select('key')
    .where('lastAt', '<=', forgottenBefore(clocks.now()))
    .forUpdate()
    .skipLocked();
  await db.deleteFrom('tries').where('key', 'in', old).execute();
}

function refuse(until: number, now: number): Response | null {
  return until > now ? tooManyAttempts(until, now) : null;
}

function keysOf(context: Context, by: TriedBy): Map<TryKind, string> {
  return new Map(Object.entries(by).map(([kind, of]) => [kind as TryKind, keyOf(context, kind, of)]));
}

/** Neither a NISS nor an address is kept. */
function keyOf({ seal }: Context, kind: string, of: string): string {
  return Buffer.from(seal.fingerprint(`${kind}/${of}`)).toString('hex');
}

/** All in one order, so that two who wait for each other's cannot be. */
async function lock(db: Db, keys: readonly string[], now: number): Promise<Map<string, Tries>> {
  const rows = await db
    .insertInto('tries')
    .values(keys.toSorted().map((key) => ({ key, lastAt: now })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key: sql`excluded.key` }))
    .returningAll()
    .execute();
  return new Map(rows.map(({ key, ...tries }) => [key, tries]));
}
