import type { OfficeRequest } from '../office/read-request.ts';
import { fillIn } from './fill-in.ts';
import { findBeginning, type SavedReply } from './saved-replies.ts';

/** The words in the field of an answer before anybody has typed. */
export interface Beginning {
  reply: SavedReply;
  /** The reply's text, with its placeholders filled in. */
  text: string;
}

/** Returns null when the request has an answer already: a later answer needs no first words. */
export function beginAnswer(replies: readonly SavedReply[], found: OfficeRequest): Beginning | null {
  if (found.messages.some(({ purpose }) => purpose === 'answer')) return null;
  const reply = findBeginning(replies, found.request);
  return reply ? { reply, text: fillIn(reply.body, found).trim() } : null;
}
