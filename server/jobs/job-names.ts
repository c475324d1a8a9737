import type { PushNews, ToldNews } from '../news/news.ts';

/** A job that goes through all requests is told after which it goes on; null: it begins. */
interface AfterPlace {
  after: { citizenId: string; id: string } | null;
}

/** The jobs by their names, with what each has to know: ids, which lead to words, and never the words. */
export interface Jobs {
  callWebhook: { newsId: number };
  countFigures: Record<string, never>;
  forgetOfficeUploads: Record<string, never>;
  forgetOld: Record<string, never>;
  forgetSearches: Record<string, never>;
  forgetStates: Record<string, never>;
  forgetTries: Record<string, never>;
  keepWords: Record<string, never>;
  keepWordsAnew: AfterPlace;
  keepWordsOf: { citizenId: string };
  moveDueDays: Record<string, never>;
  sendOfficeAct: { citizenId: string; requestId: string; key: string };
  sendPush: PushNews;
  sendRecoveryCode: { recoveryId: string };
  signReceived: AfterPlace;
  sweepDue: Record<string, never>;
  tellClerks: Record<string, never>;
  tellNews: ToldNews;
  tellPasswordChanged: { citizenId: string };
  forgetPieces: { citizenId: string; fileId: string; pieces: { place: number; storedHash: string }[] };
}

export type JobName = keyof Jobs;

/** The tries take more than two days, within which somebody mends what does not answer. After them the job stays in the table, to be seen. */
export const TRIES_MAX = 20;
