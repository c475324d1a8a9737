import type { Generated } from 'kysely';
import type { JobName, Jobs } from '../jobs/job-names.ts';
import type { News } from '../news/news.ts';
import type { Big, Json } from './column-types.ts';

interface JobsTable {
  id: string;
  name: JobName;
  payload: Json<Jobs[JobName]>;
  /** An instant in ms. While a process does the job: when that process counts as lost. */
  dueAt: Big;
  tries: Generated<number>;
}

/** What citizens are told, so that each piece of news is told once by each way. */
interface ToldNewsTable {
  citizenId: string;
  requestId: string;
  news: News;
  /** Which of several news of the same kind: the id of the message, or the day that counts. */
  about: string;
  /** When the mail was sent, in ms; null: not yet, or nobody was to be told. */
  sentAt: Big | null;
  /** When it was announced, in ms; null for `received`, and for rows of a version that did not note it. */
  announcedAt: Generated<Big | null>;
}

/** The tables of jobs and of news that was told. */
export interface JobTables {
  jobs: JobsTable;
  toldNews: ToldNewsTable;
}
