import type { CitizenDatabase } from '../core/citizen-database.ts';
import { isSessionOver } from '../core/metadata.ts';
import type { OutboxCommand } from '../core/schema.ts';
import { byType, rulesOf } from './commands.ts';
import { UNTIL_SIGNED_IN } from './outbox.ts';
import { dismissRefusedAction } from './refusals.ts';

/**
 * Adds a command behind all entries of its request, whatever the device's clock says. Once the session is known to be over, the new entry waits for a
 * sign-in of its owner. The caller holds a transaction over `outbox` and `metadata`.
 */
export async function addToOutbox(db: CitizenDatabase, requestId: string, command: OutboxCommand, now: Date) {
  const rules = rulesOf({ command });
  if (rules.refusedAs) await dismissRefusedAction(db, requestId, rules.refusedAs);

  const before = await db.outbox.where('requestId').equals(requestId).toArray();
  const alike = byType(before, command.type);
  if (rules.again === 'oldestGoes' && alike.length > 0) return;
  if (rules.again === 'newestGoes') {
    // An entry whose commit may be on its way stays: its outcome is recorded as usual.
    const untold = alike.filter((entry) => entry.committing === 0);
    await db.outbox.bulkDelete(untold.map(({ commandId }) => commandId));
  }

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
    ...((await isSessionOver(db)) && UNTIL_SIGNED_IN),
    sending: 0,
    committing: 0,
    missingFileName: null,
  });
}
