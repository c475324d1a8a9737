import { putRequest } from '../api/request-calls.ts';
import type { CitizenRequest } from '../contract/types.ts';
import type { OutboxRow, SubmitRequestCommand } from '../db/core/schema.ts';
import { beginCommit } from '../db/outbox/outbox.ts';
import { resendLostFiles, type SendOutcome, sendFiles } from './send-files.ts';
import type { SyncContext } from './sync-context.ts';

/** Each attachment first, then the small commit that names them. What an older build froze is sent as it was. */
export async function sendRequest(
  context: SyncContext,
  entry: OutboxRow<SubmitRequestCommand>,
): Promise<SendOutcome<CitizenRequest>> {
  const { command, requestId, citizenId } = entry;
  const uploads = await sendFiles(context, entry);
  if (uploads.kind !== 'accepted') return uploads;
  if (!(await beginCommit(context.db, entry.commandId))) return { kind: 'stopped' };
  const outcome = await putRequest(context.api, {
    citizenId,
    requestId,
    revision: command.revision,
    content: { ...command.content, attachments: uploads.value },
  });
  return resendLostFiles(context, outcome);
}
