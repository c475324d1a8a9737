import { listDatabaseNames } from './database-names.ts';

/** Holds what was typed before the app had come; it goes when the last of it is in a draft (`early-words.ts`). */
export const EARLY_WORDS_DATABASE = 'eclic-early-words';

/** Asks without making the database. A browser that cannot tell has none of them: it keeps nothing, or is older than those that we mean. */
export async function hasEarlyWords(): Promise<boolean> {
  return (await listDatabaseNames())?.includes(EARLY_WORDS_DATABASE) ?? false;
}
