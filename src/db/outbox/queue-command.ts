import type { AttachmentRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { FrozenAttachment, OutboxCommand } from '../core/schema.ts';

/** Puts it at the end of its request's queue, whatever the device's clock says. The caller holds a transaction over `outbox`. */
export async function queueCommand(
  db: CitizenDatabase,
  requestId: string,
  command: OutboxCommand,
  now: Date,
): Promise<void> {
  const before = await db.outbox.where('requestId').equals(requestId).toArray();
  const last = Math.max(0, ...before.map(({ queuedAt }) => Date.parse(queuedAt) + 1));
  await db.outbox.add({
    commandId: crypto.randomUUID(),
    requestId,
    citizenId: db.citizenId,
    command,
    queuedAt: new Date(Math.max(now.getTime(), last)).toISOString(),
    attempts: 0,
    nextAttemptAt: now.getTime(),
    waitReason: 'new',
    sending: 0,
    committing: 0,
    missingFileName: null,
  });
}

export function freezeAttachment(row: AttachmentRow): FrozenAttachment {
  const { id, name, size, type, sha256, chunkCount } = row;
  return { id, name, size, type, sha256, chunkCount };
}
