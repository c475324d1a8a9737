import { Outage } from '../outage.ts';

/**
 * Returns the sentence for what the database has made of a command; null: something else went wrong. Drivers put the statement and what it was given into
 * their errors, which may be somebody's words, so only the code is told.
 */
export function describeFailure(error: unknown): string | null {
  if (error instanceof Outage) return `The ${error.of} did not do it just now (${error.code}). Try again.`;
  return isOfDatabase(error) ? `The database did not do it (${error.code}).` : null;
}

/** Both drivers give their errors the fields of PostgreSQL's own report. */
function isOfDatabase(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string';
}
