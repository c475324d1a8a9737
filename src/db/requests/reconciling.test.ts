// @vitest-environment jsdom

import { beforeEach, describe, expect, it } from 'vitest';
import type { CitizenRequest, ComplaintDetails } from '../../../contract/types.ts';
import {
  attachPdf,
  citizenMessage,
  DESCRIPTION,
  NOON,
  pdfBytes,
  REPLY,
  registeredRequest,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { sheetsOf } from '../core/file-schema.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import type { DraftPatch } from '../drafts/draft-edit.ts';
import { listOpenDrafts, readDraft } from '../drafts/drafts.ts';
import { listLastWords, putPendingText } from '../drafts/last-words.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { addPhoto } from '../drafts/scans.ts';
import { listAttachments, readPhoto, readScan } from '../files/file-rows.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { takeBack } from '../outbox/take-back.ts';
import { applyChanges } from '../requests/apply-changes.ts';

const WANTED = 'Quero que devolvam 300 euros';
const SENT: ComplaintDetails = { office: 'Loja de Faro', happenedOn: 'em maio', wanted: '' };

let db: CitizenDatabase;
let id: string;

beforeEach(async () => {
  localStorage.clear();
  db = openMemoryDatabase();
  id = crypto.randomUUID();
  await write({
    kind: 'complaint',
    topic: { status: 'unknown' },
    description: DESCRIPTION,
    complaint: SENT,
  });
  await submitDraft(db, id, NOON);
});

async function write(patch: DraftPatch, writer = 'a'): Promise<void> {
  const baseRevision = (await readDraft(db, id))?.revision ?? 0;
  await saveDraft(db, id, { patch, baseRevision, writer }, NOON);
}

/** Has the feed bring the request as it was sent, after the answer to it was lost. */
async function arrive(changed: Partial<CitizenRequest> = {}): Promise<DraftRow[]> {
  const request = registeredRequest(id, { kind: 'complaint', complaint: SENT, ...changed });
  const changes = [{ type: 'request' as const, request }];
  await applyChanges(db, { changes, cursor: '1', more: false, serverTime: NOON.toISOString() }, NOON);
  expect(await readDraft(db, id)).toBeUndefined();
  return listOpenDrafts(db);
}

function typed(changes: PendingTextRow['words']): PendingTextRow {
  const words = { description: DESCRIPTION, complaint: { ...SENT, wanted: WANTED }, ...changes };
  return { draftId: id, words, baseRevision: 1, writer: 'a', typing: 9, typedAt: NOON.toISOString() };
}

describe('a complaint that was taken back, and arrives all the same', () => {
  beforeEach(async () => {
    await takeBack(db, id, NOON);
  });

  it('goes, when nothing was written since', async () => {
    expect(await arrive()).toEqual([]);
  });

  it.each([
    ['only what it asks for is left', { description: '', complaint: { ...SENT, wanted: WANTED } }],
    ['its office is left', { description: '', complaint: { office: 'Faro', happenedOn: '', wanted: '' } }],
    ['only the day is left', { description: '', complaint: { office: '', happenedOn: 'ontem', wanted: '' } }],
    ['more is asked for', { description: DESCRIPTION, complaint: { ...SENT, wanted: WANTED } }],
    // These words stay in the draft: a citizen who chooses the first kind again has them back.
    [
      'it asks for it under another kind',
      { kind: 'information' as const, description: '', complaint: { ...SENT, wanted: WANTED } },
    ],
  ])('leaves a draft of its own where %s', async (_, patch) => {
    await write(patch);
    expect(await arrive()).toMatchObject([{ copyOf: id, submittedAt: null, ...patch }]);
  });

  it('leaves none where no words and no files are left, whatever kind and topic were chosen', async () => {
    await write({ kind: 'information', topic: null, description: ' ', complaint: null });
    expect(await arrive()).toEqual([]);
  });

  it('leaves one where the words are the same and the kind or the topic is not', async () => {
    await write({ kind: 'clarification' });
    expect(await arrive()).toMatchObject([{ copyOf: id, kind: 'clarification', description: DESCRIPTION }]);
  });

  it('leaves one with its files where all words were taken away', async () => {
    await write({ description: '', complaint: null });
    await attachPdf(db, id);
    const [draft] = await arrive();
    expect(await listAttachments(db, draft?.id ?? '')).toHaveLength(1);
  });

  it.each([
    ['', {}],
    [DESCRIPTION, { complaint: { ...SENT, wanted: WANTED } }],
  ])('leaves one with «%s» and the photos of paper that were taken since, after %o', async (words, patch) => {
    await addPhoto(db, id, { id: 'p', type: 'image/jpeg', bytes: pdfBytes(64) }, NOON);
    await write(patch);
    const [draft, ...others] = await arrive();
    const [sheet] = sheetsOf(await readScan(db, draft?.id ?? ''));
    expect([others, sheet && (await readPhoto(db, sheet))?.size]).toEqual([[], 64]);
    expect(draft).toMatchObject({ description: words, kind: 'complaint', submittedAt: null });
  });
});

it('what was sent without what another kind asks leaves nothing of that: its summary showed that it would not go', async () => {
  await takeBack(db, id, NOON);
  await write({ kind: 'information' });
  await submitDraft(db, id, NOON);
  expect(await arrive({ kind: 'information', complaint: null })).toEqual([]);
});

describe.each(['in localStorage', 'in the database'])('words of the last instant, %s', (place) => {
  async function keep(row: PendingTextRow): Promise<void> {
    if (place === 'in the database') await db.pendingText.put(row);
    else putPendingText(db, row);
  }

  it.each([DESCRIPTION, ''])('of a complaint that says «%s» are kept', async (description) => {
    await takeBack(db, id, NOON);
    await keep(typed({ description }));
    expect(await arrive()).toMatchObject([{ copyOf: id, complaint: { wanted: WANTED } }]);
    expect([listLastWords(db), await db.pendingText.count()]).toEqual([[], 0]);
  });

  it('are kept where another tab had sent it meanwhile', async () => {
    await keep(typed({}));
    expect(await arrive()).toMatchObject([{ copyOf: id, complaint: { wanted: WANTED } }]);
  });

  it('are kept beside what another tab has saved', async () => {
    await takeBack(db, id, NOON);
    await write({ description: 'De outro separador', complaint: { ...SENT, wanted: 'Outra coisa' } }, 'b');
    await keep(typed({ description: '' }));
    const wanted = (await arrive()).map(({ complaint }) => complaint?.wanted);
    expect(wanted.toSorted()).toEqual(['Outra coisa', WANTED]);
  });

  it('leave nothing where they are what arrived', async () => {
    await takeBack(db, id, NOON);
    await write({ complaint: { ...SENT, wanted: WANTED }, description: 'Outra' }, 'a');
    await keep(typed({ complaint: SENT }));
    expect(await arrive()).toEqual([]);
  });
});

it('words of the last instant are kept of each tab that was left', async () => {
  putPendingText(db, typed({}));
  const other = { ...SENT, wanted: 'Outra coisa' };
  putPendingText(db, { ...typed({ complaint: other }), writer: 'b', typedAt: '2026-11-25T12:00:01.000Z' });
  const wanted = (await arrive()).map(({ complaint }) => complaint?.wanted);
  expect(wanted.toSorted()).toEqual(['Outra coisa', WANTED]);
  expect(listLastWords(db)).toEqual([]);
});

it('the last words of a tab are those in the database, where the browser refused to put them down over older ones', async () => {
  putPendingText(db, typed({ complaint: { ...SENT, wanted: 'Quero' } }));
  await db.pendingText.put({ ...typed({}), typing: 10 });
  expect((await arrive()).map(({ complaint }) => complaint?.wanted)).toEqual([WANTED]);
});

it('words of the last instant stay when they were put down while the request was arriving', async () => {
  const leaving = openMemoryDatabase();
  putPendingText(leaving, typed({}));
  const more = { ...typed({ description: 'E mais isto' }), typedAt: '2026-11-25T12:00:01.000Z' };
  db.drafts.hook('deleting', () => putPendingText(leaving, more));
  await arrive();
  expect(listLastWords(db)).toMatchObject([{ words: { description: 'E mais isto' } }]);
});

it('an answer that arrives leaves what was written after it was taken back', async () => {
  const replyId = crypto.randomUUID();
  const replyTo = { requestId: id, purpose: 'reply' as const };
  await saveDraft(
    db,
    replyId,
    { patch: { replyTo, description: WANTED }, baseRevision: 0, writer: 'a' },
    NOON,
  );
  const message = citizenMessage(replyId, id, { body: REPLY });
  const page = { changes: [{ type: 'message' as const, message }], cursor: '1', more: false };
  await applyChanges(db, { ...page, serverTime: NOON.toISOString() }, NOON);
  expect(await listOpenDrafts(db)).toMatchObject([{ copyOf: replyId, replyTo, description: WANTED }]);
});
