import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';
import { isWithin, type Reach } from '../services/reach.ts';
import { IS_COMPLAINT, WAITING } from './waiting.ts';

export interface ComplaintCounts {
  /** In which it is the office's turn. */
  waiting: number;
  overdue: number;
  /** Whose time stands still until the citizen answers. */
  paused: number;
}

/** As far as somebody may see them. `today`: yyyy-mm-dd, in Lisbon. */
export async function countComplaints(db: Db, reach: Reach, today: string): Promise<ComplaintCounts> {
  const isWaiting = sql<boolean>`state in (${sql.join(WAITING)})`;
  return db
    .selectFrom('requests')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere(isWaiting).as('waiting'),
      fn.countAll<number>().filterWhere(isWaiting).filterWhere('dueOn', '<', today).as('overdue'),
      fn.countAll<number>().filterWhere('state', '=', 'awaitingCitizen').as('paused'),
    ])
    .where(IS_COMPLAINT)
    .where(isWithin(reach))
    .where('state', 'in', [...WAITING, sql.lit('awaitingCitizen' as const)])
    .executeTakeFirstOrThrow();
}
