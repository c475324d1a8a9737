import { putReply } from '../api/message-calls.ts';
import type { Message } from '../contract/types.ts';
import type { OutboxRow, SendReplyCommand } from '../db/core/schema.ts';
import { beginCommit } from '../db/outbox/outbox.ts';
import { resendLostFiles, type SendOutcome, sendFiles } from './send-files.ts';
import type { SyncContext } from './sync-context.ts';

/** As a request: its files first, then the words that name them. */
export async function sendReply(
  context: SyncContext,
  entry: OutboxRow<SendReplyCommand>,
): Promise<SendOutcome<Message>> {
  const { command, requestId, citizenId } = entry;
  const uploads = await sendFiles(context, entry);
  if (uploads.kind !== 'accepted') return uploads;
  if (!(await beginCommit(context.db, entry.commandId))) return { kind: 'stopped' };
  const outcome = await putReply(context.api, {
    citizenId,
    requestId,
    messageId: command.messageId,
    revision: command.revision,
    content: { ...command.content, attachments: uploads.value },
  });
  return resendLostFiles(context, outcome);
}
