import { beforeEach, expect, it } from 'vitest';
import { attachPdf, NOON, submitCompleteDraft, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { listOpenDrafts, readDraft } from '../drafts/drafts.ts';
import { beginAttempt, beginCommit, postpone } from './attempts.ts';
import { listWaiting, readWaiting } from './outbox.ts';
import { restoreWaiting, submitDraft } from './submit-draft.ts';
import { removeWaiting, takeBack } from './take-back.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

it('takes one request out alone, and brings it back with its files under a new key', async () => {
  const stays = await submitCompleteDraft(db, 'O primeiro pedido que espera.');
  const goes = await writeCompleteDraft(db, 'O segundo pedido que espera.');
  await attachPdf(db, goes);
  await submitDraft(db, goes, NOON);

  expect(await removeWaiting(db, goes, NOON)).toBe(true);
  expect(await listWaiting(db)).toMatchObject([{ requestId: stays }]);
  expect(await listOpenDrafts(db)).toEqual([]);

  expect(await restoreWaiting(db, goes, NOON)).toBe(true);
  const back = await readWaiting(db, goes);
  expect(back?.command).toMatchObject({ revision: 2, attachments: [{ name: 'fatura.pdf' }] });
});

it('takes out what the server has turned away for ever so long', async () => {
  const poison = await submitCompleteDraft(db);
  const other = await submitCompleteDraft(db);
  const entry = await readWaiting(db, poison);
  await postpone(db, entry?.commandId ?? '', { nextAttemptAt: NOON.getTime() * 2, waitReason: 'serverDown' });
  expect(await removeWaiting(db, poison, NOON)).toBe(true);
  expect(await listWaiting(db)).toMatchObject([{ requestId: other }]);
});

it('leaves alone what is being sent', async () => {
  const id = await submitCompleteDraft(db);
  const commandId = (await readWaiting(db, id))?.commandId ?? '';
  await beginAttempt(db, commandId, NOON);
  await beginCommit(db, commandId);
  expect(await removeWaiting(db, id, NOON)).toBe(false);
  expect(await listWaiting(db)).toHaveLength(1);
  expect((await readDraft(db, id))?.deletedAt).toBeNull();
});

it('makes a draft again of words that only the outbox still has', async () => {
  const id = await submitCompleteDraft(db, 'Só a caixa de saída tem isto.');
  await db.drafts.delete(id);
  expect(await takeBack(db, id, NOON)).toBe(true);
  expect(await listOpenDrafts(db)).toMatchObject([{ id, description: 'Só a caixa de saída tem isto.' }]);
  await submitDraft(db, id, NOON);
  expect((await readWaiting(db, id))?.command.revision).toBe(2);
});
