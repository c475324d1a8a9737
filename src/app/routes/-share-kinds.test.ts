import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { NOON, pdfBytes } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { type Shared, shareIdIn, shareWithWorker } from '../../../testing/share.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { readShare } from '../../db/core/shares.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { listAttachments } from '../../db/files/file-rows.ts';
import { attachFiles } from '../../features/attachments/attach-files.ts';
import { type Attach, joinShare, undoJoin } from '../../features/share/join-share.ts';

const WORDS = 'A carta diz que falta um documento.';

function file(name: string, start: string): File {
  const bytes = Uint8Array.from(`${start}${name}`, (letter) => letter.charCodeAt(0) & 0xff);
  return new File([bytes], name);
}

const pdf = (name: string) => new File([pdfBytes(64, name.charCodeAt(0))], name);
const JPEG = file('foto.jpg', '\xff\xd8\xff');
const TEN = Array.from('abcdefghij', (letter) => `${letter}.pdf`);

interface Expected {
  words?: string;
  files?: string[];
  refused?: string[];
}

const KINDS: [what: string, shared: Shared, expected: Expected][] = [
  ['a photo', { files: [JPEG] }, { files: ['foto.jpg'] }],
  ['a screenshot', { files: [file('ecra.png', '\x89PNG\r\n\x1a\n')] }, { files: ['ecra.png'] }],
  ['a photo of an iPhone', { files: [file('IMG_1.HEIC', '\0\0\0\x18ftypheic')] }, { files: ['IMG_1.HEIC'] }],
  ['a PDF without a name of its own', { files: [pdf('documento')] }, { files: ['documento.pdf'] }],
  ['a document', { files: [file('carta.docx', 'PK\x03\x04')] }, { files: ['carta.docx'] }],
  ['a file of text', { files: [file('nota.txt', 'Olá')] }, { files: ['nota.txt'] }],
  ['words', { text: WORDS }, { words: WORDS }],
  ['an address', { title: 'Carta', url: 'https://exemplo.pt' }, { words: 'Carta\nhttps://exemplo.pt' }],
  [
    'words and files',
    { text: WORDS, files: [JPEG, pdf('a.pdf')] },
    { words: WORDS, files: ['foto.jpg', 'a.pdf'] },
  ],
  [
    'a program that is called a photo',
    { text: WORDS, files: [file('x.jpg', 'MZ')] },
    { words: WORDS, refused: ['attachmentTypeNotAccepted'] },
  ],
  [
    'more files than a draft takes',
    { files: [...TEN.map(pdf), pdf('k.pdf')] },
    { files: TEN, refused: ['attachmentsLeftOut'] },
  ],
];

const attach: Attach = (db, draftId, files) =>
  attachFiles(db, draftId, files, {
    now: NOON,
    codec: { decode: () => Promise.reject(new Error('no photo')) },
    onProgress: () => undefined,
  });

let db: CitizenDatabase;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = openMemoryDatabase();
});

test.each(KINDS)(
  '%s that an app shares becomes a draft, by the rules of *Escolher ficheiros*',
  async (_what, shared, expected) => {
    const { words = '', files = [], refused = [] } = expected;
    const id = shareIdIn(await shareWithWorker(shared, { now: () => NOON }));
    const share = await readShare(new DeviceDatabase(), id, GUEST_ID, NOON);
    if (!share) throw new Error('Nothing was kept');
    const joined = await joinShare(db, share, null, attach, NOON);
    if (joined === 'closed') throw new Error('Nothing was joined');
    expect(await readDraft(db, joined.draftId)).toMatchObject({ description: words, deletedAt: null });
    expect((await listAttachments(db, joined.draftId)).map(({ name }) => name)).toEqual(files);
    expect(joined.issues.map(({ code }) => code)).toEqual(refused);
  },
);

test('what no rule lets into a draft leaves none behind', async () => {
  const id = shareIdIn(await shareWithWorker({ files: [file('x.jpg', 'MZ')] }, { now: () => NOON }));
  const share = await readShare(new DeviceDatabase(), id, GUEST_ID, NOON);
  const joined = share && (await joinShare(db, share, null, attach, NOON));
  if (!joined || joined === 'closed') throw new Error('Nothing was judged');
  expect((await readDraft(db, joined.draftId))?.deletedAt).not.toBeNull();
});

test('the same words shared once more are not added twice', async () => {
  const content = { text: WORDS, files: [], leftOut: [] };
  const first = await joinShare(db, content, null, attach, NOON);
  if (first === 'closed') throw new Error('Nothing was joined');
  await joinShare(db, content, first.draftId, attach, NOON);
  expect((await readDraft(db, first.draftId))?.description).toBe(WORDS);
});

test('what somebody has written in the new draft since stays when the share is taken back out of it', async () => {
  const content = { text: WORDS, files: [pdf('a.pdf')] };
  const id = shareIdIn(await shareWithWorker(content, { now: () => NOON }));
  const share = await readShare(new DeviceDatabase(), id, GUEST_ID, NOON);
  const joined = share ? await joinShare(db, share, null, attach, NOON) : 'closed';
  if (joined === 'closed') throw new Error('Nothing was joined');
  const { draftId } = joined;
  const description = `${WORDS} Não sei qual é.`;
  await saveDraft(db, draftId, { patch: { description }, baseRevision: 2, writer: 'another tab' }, NOON);
  await undoJoin(db, joined, NOON);
  expect(await readDraft(db, draftId)).toMatchObject({ description, deletedAt: null });
  expect(await listAttachments(db, draftId)).toEqual([]);
});

test('a new draft in which nobody has written since goes with the share', async () => {
  const joined = await joinShare(db, { text: WORDS, files: [], leftOut: [] }, null, attach, NOON);
  if (joined === 'closed') throw new Error('Nothing was joined');
  await undoJoin(db, joined, NOON);
  expect((await readDraft(db, joined.draftId))?.deletedAt).not.toBeNull();
});
