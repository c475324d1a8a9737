import type { OfficeRequest } from '../office/read-request.ts';
import { fillIn } from './fill-in.ts';
import { findBeginning, type SavedReply } from './saved-replies.ts';

/** What stands in the field of an answer before anybody has typed. */
export interface Beginning {
  reply: SavedReply;
  /** Filled in. */
  text: string;
}

/** Null where there is an answer already: what is said after one is no first word. */
export function beginAnswer(replies: readonly SavedReply[], found: OfficeRequest): Beginning | null {
  if (found.messages.some(({ purpose }) => purpose === 'answer')) return null;
  const reply = findBeginning(replies, found.request);
  return reply ? { reply, text: fillIn(reply.body, found).trim() } : null;
}
