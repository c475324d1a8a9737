import { beforeEach, expect, it } from 'vitest';
import {
  attachPdf,
  DESCRIPTION,
  NOON,
  registeredRequest,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { removeAttachment } from '../drafts/attachments.ts';
import { readDraft } from '../drafts/drafts.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { recordReceived } from '../requests/requests.ts';
import { listWaiting } from './outbox.ts';
import { submitDraft } from './submit-draft.ts';
import { takeBack } from './take-back.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

const LABEL = { id: 'payments', label: 'Pagamentos' };

it('freezes a copy with the files that are still attached, and hands the draft over', async () => {
  const id = await writeCompleteDraft(db);
  await attachPdf(db, id, undefined, 'fica.pdf');
  const removed = await attachPdf(db, id, new Uint8Array([1, 2]).buffer, 'sai.pdf');
  await removeAttachment(db, removed, NOON);
  expect(await submitDraft(db, id, NOON)).toEqual({ ok: true, value: null });
  const [entry, ...more] = await listWaiting(db);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    requestId: id,
    citizenId: 'c_test',
    command: { revision: 1, content: { description: DESCRIPTION }, attachments: [{ name: 'fica.pdf' }] },
  });
  expect((await readDraft(db, id))?.submittedAt).toBe(NOON.toISOString());
});

it('freezes a file under a name that ends as its type does, whatever an older build called it', async () => {
  const id = await writeCompleteDraft(db);
  await attachPdf(db, id, undefined, 'image');
  expect((await submitDraft(db, id, NOON)).ok).toBe(true);
  expect(await listWaiting(db)).toMatchObject([{ command: { attachments: [{ name: 'image.pdf' }] } }]);
});

it('sends once however often and from however many tabs it is pressed', async () => {
  const id = await writeCompleteDraft(db);
  const results = await Promise.all([1, 2, 3].map(() => submitDraft(db, id, NOON)));
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await listWaiting(db)).toHaveLength(1);
  await recordReceived(db, registeredRequest(id));
  expect((await submitDraft(db, id, NOON)).ok).toBe(true);
  expect(await listWaiting(db)).toEqual([]);
});

it('says all that is missing and freezes nothing', async () => {
  const topic = { status: 'begun', version: '1', lifeEvent: LABEL, subject: null, reason: null } as const;
  await saveDraft(db, 'd', { patch: { description: ' ', topic }, baseRevision: 0, writer: 'a' }, NOON);
  const result = await submitDraft(db, 'd', NOON);
  expect(result.ok ? [] : result.error.map((issue) => issue.code)).toEqual([
    'kindMissing',
    'descriptionMissing',
    'topicMissing',
  ]);
  expect(await listWaiting(db)).toEqual([]);
  expect((await readDraft(db, 'd'))?.submittedAt).toBeNull();
});

it('uses a new key when a draft that was taken back is submitted again', async () => {
  const id = await writeCompleteDraft(db);
  await submitDraft(db, id, NOON);
  expect(await takeBack(db, id, NOON)).toBe(true);
  await submitDraft(db, id, NOON);
  const [entry] = await listWaiting(db);
  expect(entry?.command).toMatchObject({ revision: 2 });
});
