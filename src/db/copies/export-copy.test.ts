import { beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST_PATH } from '../../../domain/copies/copy-format.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import {
  attachPdf,
  DESCRIPTION,
  NOON,
  pdfBytes,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { contentOf, textOf, unpack } from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepProfile } from '../core/metadata.ts';
import { deleteDraft } from '../drafts/mark-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { CHUNK_BYTES } from '../files/file-rows.ts';
import { recordReceived } from '../requests/requests.ts';
import type { CopyScope } from './copy-source.ts';
import { type CopyOptions, exportCopy } from './export-copy.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

async function exported(scope: CopyScope, options: Partial<CopyOptions> = {}) {
  return unpack(await exportCopy(db, scope, NOON, { texts: COPY_TEXTS, ...options }));
}

describe('a copy of a draft', () => {
  it('holds its words to read, its words to load, its files, and nothing of other drafts', async () => {
    const draftId = await writeCompleteDraft(db);
    await writeCompleteDraft(db, 'Outro rascunho, com outras palavras.');
    const bytes = pdfBytes(CHUNK_BYTES + 5, 7);
    await attachPdf(db, draftId, bytes);

    const files = await exported({ draftId });
    const folder = 'rascunhos/1-nao-sei-qual-e-o-tema';
    expect([...files.keys()]).toEqual([
      `${folder}/anexos/fatura.pdf`,
      `${folder}/pedido.txt`,
      'copia.json',
      'manifesto.json',
    ]);
    expect(textOf(files, `${folder}/pedido.txt`)).toContain(`Descrição do pedido\n${DESCRIPTION}\n`);
    const copied = Buffer.from(files.get(`${folder}/anexos/fatura.pdf`) ?? []);
    expect(copied.equals(Buffer.from(bytes))).toBe(true);
    expect(contentOf(files).drafts).toMatchObject([{ description: DESCRIPTION, waitingSince: null }]);
  });

  it('lists every file but the list with its size and hash', async () => {
    await attachPdf(db, await writeCompleteDraft(db));
    const files = await exported('everything');
    const { files: listed } = JSON.parse(textOf(files, MANIFEST_PATH));
    const expected = await Promise.all(
      [...files]
        .filter(([path]) => path !== MANIFEST_PATH)
        .map(async ([path, bytes]) => ({ path, size: bytes.length, sha256: await sha256Hex(bytes) })),
    );
    expect(listed).toEqual(expected);
  });

  it('gives files of hostile names names of their own that every system can write', async () => {
    const draftId = await writeCompleteDraft(db);
    const names = [
      'x.pdf',
      'X.pdf',
      '../x.pdf',
      'con.pdf',
      '\u202Efdp.pdf',
      `${'ã'.repeat(300)}.pdf`,
      'a/b\\c.pdf',
    ];
    for (const [n, name] of names.entries()) await attachPdf(db, draftId, pdfBytes(64, n), name);
    const files = await exported({ draftId });
    const { attachments } = contentOf(files).drafts[0] ?? { attachments: [] };
    expect(attachments.map(({ name }) => name).sort()).toEqual([...names].sort());
    const written = attachments.map(({ path }) => path?.split('/').slice(3).join('/'));
    expect(new Set(written.map((name) => name?.toLowerCase())).size).toBe(names.length);
    expect(written).toEqual(expect.arrayContaining(['fdp.pdf', '_con.pdf', 'a-b-c.pdf', '_..-x.pdf']));
  });

  it('says which files this device does not have, and holds all the rest', async () => {
    const draftId = await writeCompleteDraft(db);
    const id = await attachPdf(db, draftId, pdfBytes(64, 1), 'perdido.pdf');
    await attachPdf(db, draftId, pdfBytes(64, 2), 'presente.pdf');
    await db.chunks.delete([id, 0]);
    const files = await exported({ draftId });
    const copied = contentOf(files).drafts[0]?.attachments.map(({ name, path }) => [name, path !== null]);
    expect(copied).toEqual(
      expect.arrayContaining([
        ['perdido.pdf', false],
        ['presente.pdf', true],
      ]),
    );
    expect(textOf(files, 'rascunhos/1-nao-sei-qual-e-o-tema/pedido.txt')).toContain(
      'perdido.pdf (não está neste dispositivo)',
    );
  });

  it('holds the words where the browser has lost a file, and says which', async () => {
    const draftId = await writeCompleteDraft(db);
    await attachPdf(db, draftId, pdfBytes(), 'perdido.pdf');
    loseBytes('chunks');
    const [draft] = contentOf(await exported({ draftId })).drafts;
    expect(draft?.description).toBe(DESCRIPTION);
    expect(draft?.attachments.map(({ name, path }) => [name, path])).toEqual([['perdido.pdf', null]]);
  });

  it('tells how far it is', async () => {
    const draftId = await writeCompleteDraft(db);
    await attachPdf(db, draftId, pdfBytes(64, 1));
    await attachPdf(db, draftId, pdfBytes(36, 2));
    const steps: number[][] = [];
    await exported({ draftId }, { onProgress: (done, total) => steps.push([done, total]) });
    expect(steps.map(([, total]) => total)).toEqual([100, 100]);
    expect(steps.at(-1)).toEqual([100, 100]);
  });
});

describe('a copy of everything', () => {
  it('holds what waits to be sent, also when only the outbox has it, and nothing that was deleted', async () => {
    await submitCompleteDraft(db, 'Este espera por ligação à Internet.');
    const onlyInOutbox = await submitCompleteDraft(db, 'Este perdeu o seu rascunho.');
    await db.drafts.delete(onlyInOutbox);
    await deleteDraft(db, await writeCompleteDraft(db, 'Este foi eliminado.'), NOON);
    const { drafts } = contentOf(await exported('everything'));
    expect(drafts.map(({ description, waitingSince }) => [description, waitingSince])).toEqual([
      ['Este espera por ligação à Internet.', NOON.toISOString()],
      ['Este perdeu o seu rascunho.', NOON.toISOString()],
    ]);
  });

  it('holds requests and messages, to read too', async () => {
    await recordReceived(db, registeredRequest('r1'));
    await db.messages.put({
      id: 'm1',
      requestId: 'r1',
      author: 'office',
      purpose: 'answer',
      officeName: 'Centro Distrital',
      body: 'O seu pedido foi aceite.',
      attachments: [],
      sentAt: NOON.toISOString(),
    });
    const files = await exported('everything');
    const copy = contentOf(files);
    expect(copy.requests).toEqual([registeredRequest('r1')]);
    expect(copy.messages).toHaveLength(1);
    const text = textOf(files, 'pedidos/EC-2026-0000124/pedido.txt');
    expect(text).toContain('Estado\nRegistado');
    expect(text).toContain('Centro Distrital, 2026-11-25T12:00:00.000Z\nO seu pedido foi aceite.');
  });

  it('holds no NISS of a person, not even a masked one', async () => {
    const maria = {
      id: 'c_test',
      name: 'Maria Exemplo',
      maskedNiss: '••••••••000',
      holder: 'person',
    } as const;
    await keepProfile(db, {
      citizen: maria,
      representations: [],
      contact: { channel: 'email', masked: 'm•••@exemplo.pt' },
    });
    const draftId = await writeCompleteDraft(db);
    const onBehalfOf = { id: 'c_alice', name: 'Alice Modelo' };
    await saveDraft(db, draftId, { patch: { onBehalfOf }, baseRevision: 1, writer: 'test' }, NOON);
    const files = await exported('everything');
    for (const path of files.keys()) expect(textOf(files, path)).not.toContain('•');
    expect(textOf(files, 'copia.json')).toContain('Alice Modelo');
  });

  it('has no NISS in the name of a file, also when the citizen’s own file is called by it', async () => {
    await attachPdf(db, await writeCompleteDraft(db), pdfBytes(), 'NISS 10000000000.pdf');
    const paths = [...(await exported('everything')).keys()].join();
    expect(paths).not.toContain('10000000000');
    expect(paths).toContain('NISS ••••••••000.pdf');
  });
});
