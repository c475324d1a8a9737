import type { Generated } from 'kysely';
import type { RequestKind } from '../../contract/types.ts';
import type { Big, Json } from './column-types.ts';

interface ServicesTable {
  id: string;
  name: string;
  isFirst: Generated<boolean>;
}

interface AssignmentsTable {
  citizenId: string;
  requestId: string;
  /** Null: the first service. */
  service: string | null;
  /** The clerk's user name; null: nobody. */
  assignee: string | null;
}

interface OfficeNotesTable {
  citizenId: string;
  requestId: string;
  id: string;
  body: string;
  writtenBy: string;
  /** By the office's clock, in ms. */
  writtenAt: Big;
}

interface OpenPagesTable {
  citizenId: string;
  requestId: string;
  userName: string;
  /** In ms. */
  openedAt: Big;
}

interface SavedRepliesTable {
  id: string;
  title: string;
  body: string;
  /** The id of a life event or a subject; null: any. */
  topic: string | null;
  kind: RequestKind | null;
  /** The clerk's user name; null: everybody's. */
  owner: string | null;
  /** Whether the answer to a request of its topic and kind begins with it. */
  beginsAnswer: boolean;
}

interface OfficeWordsTable {
  citizenId: string;
  requestId: string;
  receivedAt: string;
  /** A `tsvector`, as PostgreSQL writes it. */
  words: string;
}

interface OfficeSearchesTable {
  id: string;
  userName: string;
  soughtSealed: Uint8Array;
  /** The references of the requests that were found. */
  found: Json<string[]>;
  /** In ms. */
  madeAt: Big;
}

/** The tables of how the office shares its work, and of what it keeps for itself. */
export interface WorkTables {
  services: ServicesTable;
  serviceClerks: { service: string; userName: string };
  serviceTopics: { topic: string; service: string };
  assignments: AssignmentsTable;
  officeNotes: OfficeNotesTable;
  openPages: OpenPagesTable;
  savedReplies: SavedRepliesTable;
  officeWords: OfficeWordsTable;
  officeWordsKept: { upTo: Big };
  officeSearches: OfficeSearchesTable;
}
