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
  /** Within how many working days half of the requests were answered; the next column: nine of ten. */
  halfWithin: number | null;
  mostWithin: number | null;
  rated: number;
  helpful: number;
}

/** What clerks want to be told by mail, and how far they have been told. */
interface ClerkNoticesTable {
  userName: string;
  emailSealed: Uint8Array;
  wantsNew: boolean;
  wantsOverdue: boolean;
  /** The place in the office's feed up to which the clerk has been told. */
  toldPlace: Big;
  /** The clerk knows what was overdue on that day. */
  toldDay: string;
  /** When a mail was last sent or tried, in ms by the clock of sessions. */
  triedAt: Big;
}

/** The tables of the figures for supervisors and of the mails to clerks. */
export interface LeadingTables {
  officeFigures: OfficeFiguresTable;
  officeFiguresCounted: { one: Generated<boolean>; at: Big; receivedFrom: string };
  clerkNotices: ClerkNoticesTable;
}
