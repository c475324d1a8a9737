import { writtenInReply } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { MessageRow } from '../core/schema.ts';
import { reconcileDraft } from '../drafts/reconcile-draft.ts';
import { endEntries } from '../outbox/end-entries.ts';

/** Names all messages of a request, the newest last. */
export function messagesOf(db: CitizenDatabase, requestId: string) {
  return db.messages.where('[requestId+sentAt]').between([requestId, ''], [requestId, '\uffff']);
}

/** Lists the messages of a request, the newest last. */
export function listMessages(db: CitizenDatabase, requestId: string): Promise<MessageRow[]> {
  return messagesOf(db, requestId).toArray();
}

/** Takes in a message and reconciles the reply that it was, as `putRequest` does. The caller holds a transaction over all tables. */
export async function putMessage(db: CitizenDatabase, message: MessageRow): Promise<void> {
  await db.messages.put(message);
  if (message.author !== 'citizen') return;
  const draft = await db.drafts.get(message.id);
  if (draft)
    await reconcileDraft(db, draft, {
      ...draft,
      ...writtenInReply(message),
      attachments: message.attachments,
    });
  await endEntries(db, message.requestId, { type: 'message', message });
}
