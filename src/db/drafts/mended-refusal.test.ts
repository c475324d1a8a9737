import { beforeEach, expect, it } from 'vitest';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { Refusal } from '../core/schema.ts';
import { listWaiting } from '../outbox/outbox.ts';
import { recordRefused } from '../outbox/refusals.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { removeAttachment } from './attachments.ts';
import type { DraftPatch } from './draft-edit.ts';
import { readDraft } from './drafts.ts';
import { saveDraft } from './save-draft.ts';

const FILE: Refusal['issues'][number] = { field: 'attachments', code: 'attachmentPassword' };
const WORDS: Refusal['issues'][number] = { field: 'description', code: 'descriptionTooLong' };

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

async function submitAndRefuse(id: string, ...issues: Refusal['issues']): Promise<void> {
  await submitDraft(db, id, NOON);
  const [entry] = await listWaiting(db);
  if (!entry) throw new Error('Nothing waits');
  await recordRefused(db, entry, { type: 'validation', issues, at: NOON.toISOString() });
}

const change = (id: string, patch: DraftPatch) =>
  saveDraft(db, id, { patch, baseRevision: 9, writer: 'a' }, NOON);

it('a change of what was refused mends that alone, and the draft is still known as one that was refused', async () => {
  const id = await writeCompleteDraft(db);
  const fileId = await attachPdf(db, id);
  await submitAndRefuse(id, WORDS, FILE);
  await change(id, { description: 'Gostava de saber do meu abono.' });
  expect((await readDraft(db, id))?.refusal).toMatchObject({ issues: [FILE] });
  await attachPdf(db, id, pdfBytes(64, 2), 'outra.pdf');
  expect((await readDraft(db, id))?.refusal).toMatchObject({ issues: [FILE] });
  await removeAttachment(db, fileId, NOON);
  expect((await readDraft(db, id))?.refusal).toMatchObject({ issues: [], isMended: true });
});

it('a refusal that names no field stays, whatever is changed', async () => {
  const id = await writeCompleteDraft(db);
  await submitAndRefuse(id);
  await change(id, { description: 'Gostava de saber do meu abono.', topic: { status: 'unknown' } });
  await attachPdf(db, id);
  expect((await readDraft(db, id))?.refusal).toEqual({
    type: 'validation',
    issues: [],
    at: NOON.toISOString(),
  });
});
