import { useLiveQuery } from 'dexie-react-hooks';
import { useContext } from 'react';
import { DEFAULT_LIMITS, type Limits } from '../../../domain/limits.ts';
import { DatabaseContext } from './database-context.ts';
import { readLimits } from './read-limits.ts';

/** Returns the limits that this device last got from the server, or the defaults: before they are read, and where nobody is here. */
export function useLimits(): Limits {
  const db = useContext(DatabaseContext);
  return useLiveQuery(() => (db ? readLimits(db) : DEFAULT_LIMITS), [db]) ?? DEFAULT_LIMITS;
}
