import { type Content, contentOf, writtenInReply } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';

/** Reads what the draft became, a request or a message that the server has; undefined until it has arrived. */
export async function readArrived(db: CitizenDatabase, draftId: string): Promise<Content | undefined> {
  const request = await db.requests.get(draftId);
  if (request) return contentOf(request);
  const message = await db.messages.get(draftId);
  if (!message) return undefined;
  const { requestId, purpose } = message;
  // The office has no drafts here.
  if (purpose === 'answer' || purpose === 'question' || purpose === 'notice') return undefined;
  return contentOf({ ...writtenInReply(message), replyTo: { requestId, purpose } });
}

export async function hasArrived(db: CitizenDatabase, draftId: string): Promise<boolean> {
  return (await readArrived(db, draftId)) !== undefined;
}
