import pg from 'pg';
import { Outage } from '../outage.ts';

/** PostgreSQL's classes: of connections, of what it has too little of, of whoever runs it or ended what took too long. */
const CLASSES = ['08', '53', '57'];
const CODES = [
  /** Somebody else had the row for too long. */
  '55P03',
  /** The transaction stood still for too long. */
  '25P03',
  /** It follows another database by now. */
  '25006',
];

/** Its table was changed since by a newer version; a proxy in between gave the connection to somebody else. */
const NO_LONGER_PREPARED = ['0A000', '26000'];

/** What failed on a connection and what becomes of it: one that is lost is used no more, and those beside it are no better. */
export function judgeFailure(error: unknown): { thrown: unknown; isLost: boolean } {
  // The driver's own say that nothing came back.
  if (!(error instanceof pg.DatabaseError)) return { thrown: new Outage('database', error), isLost: true };
  const { code = '' } = error;
  const isOutdated = NO_LONGER_PREPARED.includes(code);
  const isOutage = isOutdated || CODES.includes(code) || CLASSES.includes(code.slice(0, 2));
  return {
    thrown: isOutage ? new Outage('database', error) : error,
    isLost: isOutdated || code === '25006',
  };
}
