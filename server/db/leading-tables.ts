import type { Generated } from 'kysely';
import type { OfficeCountedBy } from '../../contract/office-types.ts';
import type { RequestKind } from '../../contract/types.ts';
import type { Big } from './column-types.ts';

/** How many requests of one week, topic, service or kind there are, and how soon they were answered. */
interface OfficeFiguresTable {
  id: Generated<Big>;
  countedBy: OfficeCountedBy;
  week: string | null;
  topic: string | null;
  service: string | null;
  kind: RequestKind | null;
  received: number;
  answered: number;
  waiting: number;
  overdue: number;
  /** In working days. */
  halfWithin: number | null;
  mostWithin: number | null;
  rated: number;
  helpful: number;
}

/** Told by mail of what is new or overdue. */
interface ClerkNoticesTable {
  userName: string;
  emailSealed: Uint8Array;
  wantsNew: boolean;
  wantsOverdue: boolean;
  /** In the office's feed: up to there they were told. */
  toldPlace: Big;
  /** What was overdue on that day they know. */
  toldDay: string;
  /** When a mail was last sent or tried, by the clock of sessions, in ms. */
  triedAt: Big;
}

/** By which whoever leads the office, and each clerk who wants it, is told of numbers. */
export interface LeadingTables {
  officeFigures: OfficeFiguresTable;
  officeFiguresCounted: { one: Generated<boolean>; at: Big; receivedFrom: string };
  clerkNotices: ClerkNoticesTable;
}
