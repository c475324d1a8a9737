import type { OfficeAction } from '../../domain/office-moves.ts';

/** What a citizen is told by mail: that it is so, and of which request. */
export type News = 'received' | 'asked' | 'answered' | 'dueSoon' | 'overdue';

export const NEWS_OF: Partial<Record<OfficeAction, News>> = { ask: 'asked', answer: 'answered' };

export interface ToldNews {
  citizenId: string;
  requestId: string;
  news: News;
  /** Which of several of its kind: the message, or the due date. */
  about: string;
}
