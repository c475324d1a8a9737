import { beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_PATH, type Copy } from '../../../domain/copies/copy-format.ts';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import {
  attachPdf,
  DESCRIPTION,
  NOON,
  pdfBytes,
  REPLY,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
  writeReply,
} from '../../../testing/builders.ts';
import { contentOf, type Files, jsonBytes, packWithManifest, unpack } from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata } from '../core/metadata.ts';
import { listOpenDrafts } from '../drafts/drafts.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { listAttachments } from '../files/file-rows.ts';
import { listReplyDrafts } from '../outbox/replies.ts';
import { recordReceived } from '../requests/requests.ts';
import { exportCopy } from './export-copy.ts';
import { importCopy } from './import-copy.ts';

let here: CitizenDatabase;
let there: CitizenDatabase;

beforeEach(() => {
  here = openMemoryDatabase();
  there = openMemoryDatabase('c_other');
});

const copyOf = (db: CitizenDatabase) => exportCopy(db, 'everything', NOON, { texts: COPY_TEXTS });

async function tamperedFiles(): Promise<Files> {
  await attachPdf(here, await writeCompleteDraft(here));
  return unpack(await copyOf(here));
}

/** Writes the true hashes into `copia.json`, as a careful tamperer does. */
async function withHashes(files: Files, copy: Copy): Promise<Files> {
  for (const attachment of copy.drafts.flatMap(({ attachments }) => attachments)) {
    const bytes = files.get(attachment.path ?? '') ?? new Uint8Array();
    attachment.size = bytes.length;
    attachment.sha256 = await sha256Hex(bytes);
  }
  return files.set(CONTENT_PATH, jsonBytes(copy));
}

describe('loading a copy', () => {
  it('brings drafts back under new ids, with their files in order', async () => {
    const draftId = await writeCompleteDraft(here);
    for (const n of [3, 1, 2]) await attachPdf(here, draftId, pdfBytes(64, n), `${n}.pdf`);
    const before = (await listAttachments(here, draftId)).map(({ name }) => name);
    const result = await importCopy(here, await copyOf(here), NOON);
    expect(result).toEqual({ ok: true, value: { drafts: 1, attachments: 3, requests: 0, problems: [] } });
    const loaded = (await listOpenDrafts(here)).find(({ id }) => id !== draftId);
    expect(loaded).toMatchObject({
      description: DESCRIPTION,
      kind: 'information',
      reachedStep: 'attachments',
    });
    const after = await listAttachments(here, loaded?.id ?? '');
    expect(after.map(({ name }) => name)).toEqual(before);
    expect(await here.attachments.count()).toBe(6);
  });

  it('makes a draft of what waited to be sent, and neither an outbox entry nor a request of anything', async () => {
    await submitCompleteDraft(here);
    await recordReceived(here, registeredRequest('r1'));
    expect(await importCopy(there, await copyOf(here), NOON)).toMatchObject({
      ok: true,
      value: { drafts: 1 },
    });
    const [draft] = await listOpenDrafts(there);
    expect(draft).toMatchObject({ submittedAt: null, submissions: 0, account: null });
    expect(await there.outbox.count()).toBe(0);
    expect(await there.requests.count()).toBe(0);
  });

  it('brings a reply back to a request that is here, and elsewhere makes a draft like any other of it', async () => {
    const requestId = crypto.randomUUID();
    await recordReceived(here, registeredRequest(requestId));
    const id = await writeReply(here, requestId);
    const copy = await copyOf(here);
    await importCopy(here, copy, new Date(NOON.getTime() + 1_000));
    const replyTo = { requestId, purpose: 'reply' };
    expect(await listReplyDrafts(here, requestId)).toMatchObject([
      { id, replyTo },
      { description: REPLY, replyTo },
    ]);
    await importCopy(there, copy, NOON);
    expect(await listOpenDrafts(there)).toMatchObject([{ description: REPLY, replyTo: null }]);
  });

  it('keeps what a draft is about where that request is, and only there', async () => {
    const aboutRequestId = crypto.randomUUID();
    await recordReceived(here, registeredRequest(aboutRequestId));
    const patch = { kind: 'complaint', description: 'Esperei quatro horas.', aboutRequestId } as const;
    await saveDraft(here, crypto.randomUUID(), { patch, baseRevision: 0, writer: 'a' }, NOON);
    const copy = await copyOf(here);
    await importCopy(here, copy, NOON);
    expect((await listOpenDrafts(here)).map((draft) => draft.aboutRequestId)).toEqual([
      aboutRequestId,
      aboutRequestId,
    ]);
    await importCopy(there, copy, NOON);
    expect(await listOpenDrafts(there)).toMatchObject([{ kind: 'complaint', aboutRequestId: null }]);
  });

  it('leaves out files that today’s limits refuse and says why, but never the words', async () => {
    const draftId = await writeCompleteDraft(here);
    await attachPdf(here, draftId, pdfBytes(64), 'pequeno.pdf');
    await attachPdf(here, draftId, pdfBytes(2000), 'grande.pdf');
    await keepMetadata(there, 'limits', { ...DEFAULT_LIMITS, attachmentMaxBytes: 1000 });
    const result = await importCopy(there, await copyOf(here), NOON);
    expect(result).toMatchObject({
      ok: true,
      value: {
        drafts: 1,
        attachments: 1,
        problems: [{ code: 'attachmentTooBig', params: { name: 'grande.pdf' } }],
      },
    });
  });

  it('judges files by their content, whatever the copy says of them', async () => {
    const files = await tamperedFiles();
    const copy = contentOf(files);
    const attachment = copy.drafts[0]?.attachments[0];
    const program = new TextEncoder().encode('MZ a program that calls itself a PDF');
    files.set(attachment?.path ?? '', program);
    const blob = await packWithManifest(await withHashes(files, copy));
    expect(await importCopy(there, blob, NOON)).toMatchObject({
      ok: true,
      value: { drafts: 1, attachments: 0, problems: [{ code: 'attachmentTypeNotAccepted' }] },
    });
  });

  it('takes hostile strings for text', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202E\ud800 {{name}} "__proto__" \u0000';
    await writeCompleteDraft(here, hostile);
    await importCopy(there, await copyOf(here), NOON);
    expect((await listOpenDrafts(there))[0]?.description).toBe(hostile);
  });

  it('makes small pictures again when it is told how', async () => {
    await attachPdf(here, await writeCompleteDraft(here));
    const thumbnail = new ArrayBuffer(3);
    await importCopy(there, await copyOf(here), NOON, { makeThumbnail: async () => thumbnail });
    expect((await there.attachments.toArray())[0]?.thumbnail).toEqual(thumbnail);
  });

  it('leaves nothing behind when the device fills up half-way', async () => {
    for (const n of [1, 2, 3])
      await attachPdf(here, await writeCompleteDraft(here, `Rascunho número ${n}`), pdfBytes(64, n));
    const blob = await copyOf(here);
    let files = 0;
    there.chunks.hook('creating', () => {
      files += 1;
      if (files === 3) throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await importCopy(there, blob, NOON)).toEqual({ ok: false, error: { code: 'deviceFull' } });
    expect(await listOpenDrafts(there)).toEqual([]);
    expect(await there.chunks.count()).toBe(0);
    expect(await there.attachments.count()).toBe(0);
  });
});
