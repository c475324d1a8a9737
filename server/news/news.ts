import type { OfficeAction } from '../../domain/office-moves.ts';

/**
 * The news that a citizen is told: what happened, and to which request. `closed` is a request that awaited the citizen's answer and was closed by the office. The
 * last two are about the citizen's own last day to answer.
 */
export type News =
  | 'received'
  | 'asked'
  | 'answered'
  | 'forwarded'
  | 'closed'
  | 'dueSoon'
  | 'overdue'
  | 'replySoon'
  | 'replyMissed';

export const NEWS_OF: Partial<Record<OfficeAction, News>> = {
  ask: 'asked',
  answer: 'answered',
  forward: 'forwarded',
};

/** `received` is not pushed, since the device that sent the request says so itself; people keep the mail about it. `forwarded` is not worth a mail. */
export const TOLD_BY: Record<News, { mail: boolean; push: boolean }> = {
  received: { mail: true, push: false },
  forwarded: { mail: false, push: true },
  asked: { mail: true, push: true },
  closed: { mail: true, push: true },
  answered: { mail: true, push: true },
  dueSoon: { mail: true, push: true },
  overdue: { mail: true, push: true },
  replySoon: { mail: true, push: true },
  replyMissed: { mail: true, push: true },
};

/** What the jobs of the night find. It is told from nine o'clock on: a telephone should wake nobody at three. */
export const FOUND_AT_NIGHT: readonly News[] = ['dueSoon', 'overdue', 'replySoon', 'replyMissed'];

export interface ToldNews {
  citizenId: string;
  requestId: string;
  news: News;
  /** Which of several news of the same kind: the id of the message, or the day that counts. */
  about: string;
}

/** News for one device, which its session names. */
export interface PushNews extends ToldNews {
  sessionId: string;
  /** How often the push service has asked to be left alone for a while. */
  waits: number;
}
