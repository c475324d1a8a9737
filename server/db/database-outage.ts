import pg from 'pg';
import { Outage } from '../outage.ts';

/** PostgreSQL's classes of errors: of connections (08), of a transaction that was ended for another (40), of too few resources (53), of its operator or of what took too long (57). */
const CLASSES = ['08', '40', '53', '57'];
const CODES = [
  /** Another transaction held the row for too long. */
  '55P03',
  /** The transaction stood still for too long. */
  '25P03',
  /** The database takes no writes, since it follows another one by now. */
  '25006',
];

/** Codes of prepared statements that are out of date: a newer version has changed their table, or a proxy gave the connection to somebody else. */
const NO_LONGER_PREPARED = ['0A000', '26000'];

/** Returns the error to throw, and whether the connection is lost: then it is used no more, and idle ones beside it are no better. */
export function judgeFailure(error: unknown): { thrown: unknown; isLost: boolean } {
  // An error of the driver's own means that no answer came back.
  if (!(error instanceof pg.DatabaseError)) return { thrown: new Outage('database', error), isLost: true };
  const { code = '' } = error;
  const isOutdated = NO_LONGER_PREPARED.includes(code);
  const isOutage = isOutdated || CODES.includes(code) || CLASSES.includes(code.slice(0, 2));
  return {
    thrown: isOutage ? new Outage('database', error) : error,
    isLost: isOutdated || code === '25006',
  };
}
