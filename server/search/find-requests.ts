import { type RawBuilder, sql } from 'kysely';
import { parseNiss } from '../../domain/niss.ts';
import { findCitizenId } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { type OfficeRow, officeRows } from '../office/office-rows.ts';
import { isReference } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { isWithin, type Reach, type Reader } from '../services/reach.ts';
import { concerns } from './concerns.ts';
import { keepNewWords } from './keep-words.ts';
import { searchWords } from './search-text.ts';

/** The number of requests that a search finds, the newest ones. Whoever needs an older one types more words. */
export const FOUND_MAX = 200;

/** What somebody has typed into the search box. */
export type Sought =
  | { kind: 'reference'; reference: string }
  | { kind: 'niss'; niss: string }
  | { kind: 'words'; words: string[] };

export function readSought(text: string): Sought {
  const reference = text.trim().toUpperCase();
  if (isReference(reference)) return { kind: 'reference', reference };
  const niss = parseNiss(text);
  return niss.ok ? { kind: 'niss', niss: niss.value } : { kind: 'words', words: searchWords(text) };
}

/**
 * Returns references, the newest first. Before that the record tells that somebody searched, by what kind, and how many requests there were. It does not tell
 * what they sought, which may be a disease.
 */
export async function findRequests(
  context: Context,
  { who, reach }: Reader,
  sought: Sought,
): Promise<string[]> {
  const references = await findReferences(context, reach, sought);
  const about = `${sought.kind} ${references.length}`;
  await record(context, context.db, { who, what: 'searched', about });
  return references;
}

async function findReferences(context: Context, reach: Reach, sought: Sought): Promise<string[]> {
  const { db, seal } = context;
  switch (sought.kind) {
    case 'reference':
      return list(db, reach, sql<boolean>`requests.reference = ${sought.reference}`);
    case 'niss': {
      const id = await findCitizenId(db, seal, sought.niss);
      if (id === undefined) return [];
      await keepNewWords(db, 'leave');
      return list(db, reach, concerns(id));
    }
    case 'words':
      if (sought.words.length === 0) return [];
      await keepNewWords(db, 'leave');
      return findByWords(db, reach, sought.words);
  }
}

async function list(db: Db, reach: Reach, condition: RawBuilder<boolean>): Promise<string[]> {
  return referencesOf(await queryRequests(db, reach, condition).execute());
}

export function queryRequests(db: Db, reach: Reach, condition: RawBuilder<boolean>) {
  return db
    .selectFrom('requests')
    .select('reference')
    .where(condition)
    .where(isWithin(reach))
    .orderBy('receivedAt', 'desc')
    .orderBy('reference', 'desc')
    .limit(FOUND_MAX);
}

function referencesOf(rows: readonly { reference: string }[]): string[] {
  return rows.map(({ reference }) => reference);
}

/**
 * Words that many requests contain are sought from the newest request on, rare words in the index of words. The database can tell which way is better only from
 * the words themselves, so it plans each search anew. Starting parallel workers would take it longer than either way.
 */
async function findByWords(db: Db, reach: Reach, words: readonly string[]): Promise<string[]> {
  const rows = await db.transaction().execute(async (tx) => {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(
      tx,
    );
    return queryWords(tx, reach, words).execute();
  });
  return referencesOf(rows);
}

/** Finds requests that contain all words, or in whose names each word begins one of the names. */
export function queryWords(db: Db, reach: Reach, words: readonly string[]) {
  const names = words.map((word) => `'${word}':*A`).join(' & ');
  const sought = sql`(to_tsquery('simple', ${names}) || plainto_tsquery('portuguese', ${words.join(' ')}))`;
  return db
    .selectFrom('officeWords')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.citizenId', '=', 'officeWords.citizenId')
        .onRef('requests.id', '=', 'officeWords.requestId'),
    )
    .select('requests.reference')
    .where(sql<boolean>`office_words.words @@ ${sought}`)
    .where(isWithin(reach))
    .orderBy('officeWords.receivedAt', 'desc')
    .orderBy('requests.reference', 'desc')
    .limit(FOUND_MAX);
}

/** Returns the requests as they are at this moment, in the given order, without those that belong to another service by now. */
export async function readFound(db: Db, reach: Reach, references: readonly string[]): Promise<OfficeRow[]> {
  const rows = await officeRows(db, reach)
    .where('requests.reference', '=', sql<string>`any(${references}::text[])`)
    .execute();
  const byReference = new Map(rows.map((row) => [row.request.reference, row]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}
