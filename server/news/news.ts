import type { OfficeAction } from '../../domain/office-moves.ts';

/** What a citizen is told: that it is so, and of which request. The last two are of their own day to answer. */
export type News =
  | 'received'
  | 'asked'
  | 'answered'
  | 'forwarded'
  | 'dueSoon'
  | 'overdue'
  | 'replySoon'
  | 'replyMissed';

export const NEWS_OF: Partial<Record<OfficeAction, News>> = {
  ask: 'asked',
  answer: 'answered',
  forward: 'forwarded',
};

/** The device that sent a request says itself that it was received, and a mail of it is kept; that it moves on at the office is no mail worth. */
export const TOLD_BY: Record<News, { mail: boolean; push: boolean }> = {
  received: { mail: true, push: false },
  forwarded: { mail: false, push: true },
  asked: { mail: true, push: true },
  answered: { mail: true, push: true },
  dueSoon: { mail: true, push: true },
  overdue: { mail: true, push: true },
  replySoon: { mail: true, push: true },
  replyMissed: { mail: true, push: true },
};

export interface ToldNews {
  citizenId: string;
  requestId: string;
  news: News;
  /** Which of several of its kind: the message, or the due date. */
  about: string;
}

/** For one device, by its session. */
export interface PushNews extends ToldNews {
  sessionId: string;
  /** How often the push service has wanted to be left alone for a while. */
  waits: number;
}
