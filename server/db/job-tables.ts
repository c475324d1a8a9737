import type { Generated } from 'kysely';
import type { JobName, Jobs } from '../jobs/job-names.ts';
import type { News } from '../news/news.ts';
import type { Big, Json } from './column-types.ts';

interface JobsTable {
  id: string;
  name: JobName;
  payload: Json<Jobs[JobName]>;
  /** Instant in ms. While somebody does it: when it is taken for lost. */
  dueAt: Big;
  tries: Generated<number>;
}

/** Of what a citizen is told: each thing once by each way. */
interface ToldNewsTable {
  citizenId: string;
  requestId: string;
  news: News;
  /** Which of several of its kind: the message, or the due date. */
  about: string;
  /** By mail. Instant in ms; null: not yet, or nobody was to be told. */
  sentAt: Big | null;
  /** Instant in ms; null: that it was received, or by a version that did not note it. */
  announcedAt: Generated<Big | null>;
}

/** What is done later, and what was told of it. */
export interface JobTables {
  jobs: JobsTable;
  toldNews: ToldNewsTable;
}
