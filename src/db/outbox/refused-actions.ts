import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readRefusals, writeRefusals } from '../core/metadata.ts';
import type { OutboxRow, Refusal, RefusedAction } from '../core/schema.ts';

/** The caller holds a transaction over `facts`. */
export async function noteRefusedAction(
  db: CitizenDatabase,
  { requestId, command }: OutboxRow,
  { type, at }: Refusal,
): Promise<void> {
  if (command.type !== 'withdraw' && command.type !== 'rate') return;
  const rating = command.type === 'rate' ? command.rating : null;
  const others = await withoutRefused(db, requestId, command.type);
  await writeRefusals(db, [...others, { requestId, command: command.type, type, at, rating }]);
}

/** The caller holds a transaction over `facts`. */
export async function forgetRefusedAction(
  db: CitizenDatabase,
  requestId: string,
  command: RefusedAction['command'],
): Promise<void> {
  await writeRefusals(db, await withoutRefused(db, requestId, command));
}

async function withoutRefused(
  db: CitizenDatabase,
  requestId: string,
  command: RefusedAction['command'],
): Promise<RefusedAction[]> {
  const all = await readRefusals(db);
  return all.filter((one) => one.requestId !== requestId || one.command !== command);
}
