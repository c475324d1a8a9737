import { beforeEach, describe, expect, it } from 'vitest';
import {
  attachPdf,
  citizenMessage,
  NOON,
  REPLY,
  receiveMessage,
  registeredRequest,
  writeReply,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { isOpen, listOpenDrafts, readDraft } from '../drafts/drafts.ts';
import { putPendingText } from '../drafts/last-words.ts';
import { deleteDraft } from '../drafts/mark-draft.ts';
import { openDraft, saveDraft } from '../drafts/save-draft.ts';
import { listAttachments } from '../files/file-rows.ts';
import { applyChanges } from '../requests/apply-changes.ts';
import { listMessages } from '../requests/messages.ts';
import { beginAttempt, beginCommit } from './attempts.ts';
import { listWaiting } from './outbox.ts';
import { listReplyDrafts, reserveReplyId } from './replies.ts';
import { restoreWaiting, submitDraft } from './submit-draft.ts';
import { removeWaiting, takeBack } from './take-back.ts';

const REQUEST = crypto.randomUUID();
let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

async function rewrite(id: string, description: string): Promise<void> {
  const baseRevision = (await readDraft(db, id))?.revision ?? 0;
  await saveDraft(db, id, { patch: { description }, baseRevision, writer: 'test' }, NOON);
}

describe('the id of a reply', () => {
  it('is the same for two tabs, and leaves no empty draft', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => reserveReplyId(db, REQUEST, 'reply')));
    expect(one).toBe(other);
    expect(await reserveReplyId(db, REQUEST, 'addition')).not.toBe(one);
    expect(await listOpenDrafts(db)).toEqual([]);
  });

  it('is that of the open draft, wherever it came from, and a new one once that was sent or deleted', async () => {
    const first = await writeReply(db, REQUEST);
    expect(await reserveReplyId(db, REQUEST, 'reply')).toBe(first);
    await submitDraft(db, first, NOON);
    const second = await writeReply(db, REQUEST);
    expect(second).not.toBe(first);
    await deleteDraft(db, second, NOON);
    expect([first, second]).not.toContain(await reserveReplyId(db, REQUEST, 'reply'));
  });
});

it('lists the replies with words or files, and counts an emptied one as nothing', async () => {
  const written = await writeReply(db, REQUEST);
  const withFile = await writeReply(db, REQUEST, { text: '', purpose: 'addition' });
  expect((await listReplyDrafts(db, REQUEST)).map(({ id }) => id)).toEqual([written]);
  expect(await listOpenDrafts(db)).toHaveLength(1);
  await attachPdf(db, withFile);
  expect((await listReplyDrafts(db, REQUEST)).map(({ id }) => id).sort()).toEqual([written, withFile].sort());
  expect(await listOpenDrafts(db)).toHaveLength(2);
  expect(await listReplyDrafts(db, crypto.randomUUID())).toEqual([]);
});

describe('a reply that is sent', () => {
  it('says what is wrong with its text, as a field that the editor shows', async () => {
    const id = await writeReply(db, REQUEST, { text: 'Sim' });
    const result = await submitDraft(db, id, NOON);
    expect(result).toMatchObject({
      ok: false,
      error: [{ field: 'description', code: 'descriptionTooShort' }],
    });
    expect(await listWaiting(db)).toEqual([]);
    expect(isOpen(await readDraft(db, id))).toBe(true);
  });

  it('waits once, however many tabs press', async () => {
    const id = await writeReply(db, REQUEST);
    const results = await Promise.all([1, 2, 3].map(() => submitDraft(db, id, NOON)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await listWaiting(db)).toMatchObject([
      {
        requestId: REQUEST,
        command: { type: 'sendReply', messageId: id, revision: 1, content: { body: REPLY } },
      },
    ]);
  });

  it('is a draft again when it is taken back, and waits under a new key when it is sent again', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    expect(await takeBack(db, id, NOON)).toBe(true);
    expect(isOpen(await readDraft(db, id))).toBe(true);
    await submitDraft(db, id, NOON);
    const [entry] = await listWaiting(db);
    expect(entry?.command).toMatchObject({ revision: 2 });
    await beginAttempt(db, entry?.commandId ?? '', NOON);
    await beginCommit(db, entry?.commandId ?? '');
    expect(await takeBack(db, id, NOON)).toBe(false);
  });

  it('can be removed, and be put back to wait', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    expect(await removeWaiting(db, id, NOON)).toBe(true);
    expect([await listWaiting(db), await listOpenDrafts(db)]).toEqual([[], []]);
    expect(await restoreWaiting(db, id, NOON)).toBe(true);
    expect(await listWaiting(db)).toMatchObject([{ command: { messageId: id } }]);
  });

  it('gives its words back also when its draft is gone', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    await db.drafts.delete(id);
    await takeBack(db, id, NOON);
    expect(await readDraft(db, id)).toMatchObject({
      description: REPLY,
      replyTo: { requestId: REQUEST, purpose: 'reply' },
    });
  });
});

describe('a reply that has arrived', () => {
  function page(id: string, body = REPLY) {
    const changes = [
      { type: 'request' as const, request: registeredRequest(REQUEST) },
      { type: 'message' as const, message: citizenMessage(id, REQUEST, { body }) },
    ];
    return { changes, cursor: '1', more: false, serverTime: NOON.toISOString() };
  }

  it('is settled by the feed as by its answer: message in, draft and files out, nothing waits', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    const waits = await writeReply(db, REQUEST, { text: 'Mais uma coisa, ainda por enviar.' });
    await submitDraft(db, waits, NOON);
    await applyChanges(db, page(id), NOON);
    expect(await listMessages(db, REQUEST)).toMatchObject([{ id }]);
    expect(await readDraft(db, id)).toBeUndefined();
    expect(await listWaiting(db)).toMatchObject([{ command: { messageId: waits } }]);
  });

  it('keeps as a new reply what was written after it was taken back, with its files', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    await takeBack(db, id, NOON);
    await rewrite(id, 'Escrevi outra coisa, que não pode perder-se.');
    await attachPdf(db, id);
    await receiveMessage(db, citizenMessage(id, REQUEST));
    const [draft] = await listReplyDrafts(db, REQUEST);
    expect(draft).toMatchObject({
      copyOf: id,
      description: 'Escrevi outra coisa, que não pode perder-se.',
      replyTo: { requestId: REQUEST, purpose: 'reply' },
    });
    expect(await listAttachments(db, draft?.id ?? '')).toHaveLength(1);
    expect(await reserveReplyId(db, REQUEST, 'reply')).toBe(draft?.id);
  });

  it('keeps also what was typed in the last instant before the page went away', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    await takeBack(db, id, NOON);
    const text = `${REPLY} E mais isto`;
    const words = { description: text };
    putPendingText(db, { draftId: id, words, baseRevision: 1, writer: 'test', typedAt: NOON.toISOString() });
    await receiveMessage(db, citizenMessage(id, REQUEST));
    expect(await listReplyDrafts(db, REQUEST)).toMatchObject([{ copyOf: id, description: text }]);
  });

  it('is never a draft again: neither by a late autosave nor by opening it', async () => {
    const id = await writeReply(db, REQUEST);
    await submitDraft(db, id, NOON);
    await receiveMessage(db, citizenMessage(id, REQUEST));
    const edit = { patch: { description: REPLY.slice(0, 5) }, baseRevision: 1, writer: 'test' };
    expect(await saveDraft(db, id, edit, NOON)).toEqual({ status: 'frozen', because: 'arrived' });
    expect(await openDraft(db, id, NOON)).toBeUndefined();
    expect(await submitDraft(db, id, NOON)).toEqual({ ok: true, value: null });
    expect(await listWaiting(db)).toEqual([]);
  });
});
