import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { INBOX_GROUPS, type InboxGroup } from '../../../domain/request-state.ts';
import {
  attachPdf,
  DESCRIPTION,
  listRequests,
  NOON,
  pdfBytes,
  registeredRequest,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { listOpenDrafts, readDraft } from '../drafts/drafts.ts';
import { openDraft } from '../drafts/save-draft.ts';
import { listAttachments, readAttachmentBytes } from '../files/file-rows.ts';
import { readWaiting } from '../outbox/outbox.ts';
import { listReplyDrafts, reserveReplyId } from '../outbox/replies.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { takeBack } from '../outbox/take-back.ts';
import { markRead } from '../requests/request-actions.ts';
import { toRow } from '../requests/requests.ts';
import { CitizenDatabase } from './citizen-database.ts';
import { readCounter } from './counters.ts';
import { readTrouble } from './storage-trouble.ts';

/** Opens a database as the first build made it. */
function openFirstVersion(engine: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }): Dexie {
  const db = new Dexie('eclic-citizen-c_test', engine);
  db.version(1).stores({
    drafts: 'id, updatedAt',
    pendingText: 'draftId',
    attachments: 'id, draftId',
    chunks: '[attachmentId+n]',
    outbox: 'commandId, requestId, nextAttemptAt',
    progress: 'requestId',
    requests: 'id, [group+updatedAt]',
    messages: 'id, [requestId+sentAt]',
    facts: 'key',
    counters: 'name',
  });
  return db;
}

function asFirstBuildWrote<R extends object>({ ...row }: R, ...newer: string[]): R {
  for (const name of newer) Reflect.deleteProperty(row, name);
  return row;
}

/** Writes what a citizen had with the first build: a draft with a file, and a request that waits. */
async function fillFirstVersion(old: Dexie): Promise<{ draftId: string; waitingId: string }> {
  const today = new CitizenDatabase('c_source', { indexedDB: new IDBFactory(), IDBKeyRange });
  const draftId = await writeCompleteDraft(today);
  await attachPdf(today, draftId, pdfBytes(3_000));
  const waitingId = await writeCompleteDraft(today);
  await submitDraft(today, waitingId, NOON);
  for (const name of ['attachments', 'chunks'])
    await old.table(name).bulkPut(await today.table(name).toArray());
  const drafts = await today.drafts.toArray();
  await old.table('drafts').bulkPut(drafts.map((draft) => asFirstBuildWrote(draft, 'complaint', 'replyTo')));
  const entry = await readWaiting(today, waitingId);
  if (!entry) throw new Error('Nothing waits');
  const content = asFirstBuildWrote(entry.command.content, 'complaint');
  await old.table('outbox').put({ ...entry, command: { ...entry.command, content } });
  return { draftId, waitingId };
}

test('a database of the first build opens with all its drafts, files and what waits', async () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = openFirstVersion(engine);
  const { draftId, waitingId } = await fillFirstVersion(old);
  old.close();

  const db = new CitizenDatabase('c_test', engine);
  expect(await listOpenDrafts(db)).toMatchObject([
    { id: draftId, description: DESCRIPTION, complaint: null, replyTo: null },
  ]);
  const [file] = await listAttachments(db, draftId);
  expect(file && (await readAttachmentBytes(db, file))).toEqual([pdfBytes(3_000)]);
  expect((await readWaiting(db, waitingId))?.command.content).not.toHaveProperty('complaint');
  expect(await takeBack(db, waitingId, NOON)).toBe(true);
  expect(await readDraft(db, waitingId)).toMatchObject({ description: DESCRIPTION, complaint: null });
  const reply = await reserveReplyId(db, waitingId, 'reply');
  expect(reply).not.toBe(waitingId);
  expect(await listReplyDrafts(db, waitingId)).toEqual([]);
});

test('what an older build put into other groups stands in its own from now on, and is counted there alone', async () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = openFirstVersion(engine);
  const news = { state: 'answered', lastMessageAt: NOON.toISOString() } as const;
  const question = { state: 'awaitingCitizen', lastMessageAt: NOON.toISOString() } as const;
  const rows = [
    registeredRequest('read', { state: 'answered' }),
    registeredRequest('unread', news),
    registeredRequest('asked', question),
    registeredRequest('may be asked about', { state: 'answered', askAgainUntil: '9999-12-31' }),
  ];
  await old
    .table('requests')
    .bulkPut(rows.map((request) => ({ ...toRow(request, null, 0), group: 'finished' })));
  await old.table('counters').bulkPut([
    { name: 'finished', count: 4 },
    { name: 'unread', count: 2 },
  ]);
  old.close();

  const db = new CitizenDatabase('c_test', engine);
  const idsIn = async (group: InboxGroup) => (await listRequests(db, group, 9)).map(({ id }) => id).sort();
  const counts = () => Promise.all(INBOX_GROUPS.map((group) => readCounter(db, group)));
  expect([await idsIn('needsYou'), await idsIn('inProgress')]).toEqual([['asked'], ['may be asked about']]);
  expect([await idsIn('toRead'), await idsIn('finished'), await counts()]).toEqual([
    ['unread'],
    ['read'],
    [1, 1, 1, 1],
  ]);
  await markRead(db, 'unread', NOON.toISOString(), NOON);
  expect([await idsIn('finished'), await counts()]).toEqual([
    ['read', 'unread'],
    [1, 0, 1, 2],
  ]);
});

test('what an older tab goes on writing is read as if it knew the newer fields', async () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const db = new CitizenDatabase('c_test', engine);
  await db.open();
  const source = new CitizenDatabase('c_source', { indexedDB: new IDBFactory(), IDBKeyRange });
  const id = await writeCompleteDraft(source);
  const draft = await readDraft(source, id);
  if (!draft) throw new Error('Nothing was written');
  await db.drafts.put(asFirstBuildWrote(draft, 'complaint', 'replyTo'));

  expect(await openDraft(db, id, NOON)).toMatchObject({ complaint: null, replyTo: null });
  expect(await listOpenDrafts(db)).toMatchObject([{ id, complaint: null, replyTo: null }]);
  expect(await readDraft(db, crypto.randomUUID())).toBeUndefined();
  expect(await submitDraft(db, id, NOON)).toMatchObject({ ok: true });
});

/** Has an upgrade begin and not reach its end, as when the device loses power. */
function abortingUpgrades(factory: IDBFactory): IDBFactory {
  return new Proxy(factory, {
    get(target, name: keyof IDBFactory) {
      if (name !== 'open') return target[name].bind(target);
      return (...given: Parameters<IDBFactory['open']>) => {
        const opening = target.open(...given);
        opening.addEventListener('upgradeneeded', () => queueMicrotask(() => opening.transaction?.abort()));
        return opening;
      };
    },
  });
}

test('an upgrade that is aborted half-way leaves everything to the next start', async () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = openFirstVersion(engine);
  const { draftId, waitingId } = await fillFirstVersion(old);
  old.close();

  const aborted = new CitizenDatabase('c_test', {
    ...engine,
    indexedDB: abortingUpgrades(engine.indexedDB),
  });
  await expect(aborted.open()).rejects.toThrow();
  aborted.close();

  const db = new CitizenDatabase('c_test', engine);
  expect(await readDraft(db, draftId)).toMatchObject({ description: DESCRIPTION, complaint: null });
  expect(await listAttachments(db, draftId)).toHaveLength(1);
  expect(await readWaiting(db, waitingId)).toBeDefined();
});

test('an older tab that does not let go holds the upgrade up, which is told until it does', async () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
  const old = openFirstVersion(engine);
  const { draftId } = await fillFirstVersion(old);
  old.on('versionchange', () => false);

  const db = new CitizenDatabase('c_test', engine);
  const reading = readDraft(db, draftId);
  await expect.poll(() => readTrouble()).toBe('blocked');
  old.close();
  expect(await reading).toMatchObject({ description: DESCRIPTION });
  expect(readTrouble()).toBeNull();
});
