import type { Generated } from 'kysely';
import type { PushSubscription } from '../../contract/types.ts';
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

interface PushKeysTable {
  /** An uncompressed point in base64url, as browsers are given it. */
  publicKey: string;
  /** PKCS#8, sealed for its `publicKey`. */
  privateSealed: Uint8Array;
  madeAt: Big;
}

/** A row is deleted along with its session. */
interface PushSubscriptionsTable {
  citizenId: string;
  sessionId: string;
  /** Endpoint and keys as JSON, sealed for the session. */
  subscriptionSealed: Uint8Array;
  endpointHash: Uint8Array;
  language: PushSubscription['language'];
  saysDate: boolean;
  /** When the subscription was last kept, in ms. */
  keptAt: Big;
}

/** The tables of jobs, of news that was told, and of browsers that are told. */
export interface NewsTables {
  jobs: JobsTable;
  toldNews: ToldNewsTable;
  pushKeys: PushKeysTable;
  pushSubscriptions: PushSubscriptionsTable;
}
