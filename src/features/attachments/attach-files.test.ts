import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { listAttachments } from '../../db/files/file-rows.ts';
import { attachFiles } from './attach-files.ts';

const MB = 1024 * 1024;

let db: CitizenDatabase;
let draftId: string;

beforeEach(async () => {
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db);
});

function pdf(name: string, size = 64, fill = 1): File {
  return new File([pdfBytes(size, fill)], name);
}

async function attach(...files: File[]) {
  const codec = { decode: () => Promise.reject(new Error('no photo')) };
  const options = { now: NOON, codec, onProgress: () => undefined };
  const { issues } = await attachFiles(db, draftId, files, options);
  return issues.map(({ code, params }) => ({ code, ...params }));
}

const names = async () => (await listAttachments(db, draftId)).map(({ name }) => name);

describe('choosing files', () => {
  it('keeps the good ones in the order of the choice and says what is wrong with each other', async () => {
    const program = new File(['MZ\u0000\u0000'], 'foto.jpg');
    const issues = await attach(pdf('b.pdf', 64, 1), program, new File([], 'x.pdf'), pdf('a.pdf', 64, 2));
    expect(await names()).toEqual(['b.pdf', 'a.pdf']);
    expect(issues).toEqual([
      { code: 'attachmentTypeNotAccepted', name: 'foto.jpg' },
      { code: 'attachmentEmpty', name: 'x.pdf' },
    ]);
  });

  it.each([
    ['image', 'image.pdf'],
    ['Recibo 12.3', 'Recibo 12.3.pdf'],
    ['foto.JPG', 'foto.JPG.pdf'],
    ['FATURA.PDF', 'FATURA.PDF'],
    ['Recibo\u202efdp.\u200dpdf\u2069', 'Recibofdp.pdf'],
  ])('keeps a PDF that a device calls «%s» as «%s», which opens it as what it is', async (called, kept) => {
    expect(await attach(pdf(called))).toEqual([]);
    expect(await names()).toEqual([kept]);
  });

  it.each(['Fatura.hta', 'Nota.bat', 'x.lnk', 'x.\u202elnk'])(
    'says of a PDF called «%s» how its name has to end',
    async (called) => {
      const name = called.replace('\u202e', '');
      expect(await attach(pdf(called))).toEqual([
        { code: 'attachmentEnding', name, kind: 'PDF', ending: '.pdf' },
      ]);
      expect(await names()).toEqual([]);
    },
  );

  it('tells a double of the same choice and one of an earlier choice, and keeps other content of the same name', async () => {
    expect(await attach(pdf('x.pdf'), pdf('copy.pdf'))).toEqual([
      { code: 'attachmentDuplicate', name: 'copy.pdf' },
    ]);
    expect(await attach(pdf('again.pdf'), pdf('x.pdf', 64, 2))).toEqual([
      { code: 'attachmentDuplicate', name: 'again.pdf' },
    ]);
    expect(await names()).toEqual(['x.pdf', 'x.pdf']);
  });

  it('says that the draft was sent or deleted meanwhile, and not that the file is there already', async () => {
    await deleteDraft(db, draftId, NOON);
    expect(await attach(pdf('x.pdf'))).toEqual([{ code: 'attachmentTooLate', name: 'x.pdf' }]);
  });

  it('says that the draft is gone, and not that the device is full, where it went while the file was read', async () => {
    const file = pdf('x.pdf');
    const bytes = await file.arrayBuffer();
    const goes = () => db.drafts.delete(draftId).then(() => bytes);
    expect(await attach(Object.assign(file, { arrayBuffer: goes }))).toEqual([
      { code: 'attachmentTooLate', name: 'x.pdf' },
    ]);
  });

  it('never reads a file that is too big', async () => {
    const film = pdf('filme.pdf');
    Object.defineProperty(film, 'size', { value: 11 * MB });
    Object.defineProperty(film, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
    expect(await attach(film)).toEqual([{ code: 'attachmentTooBig', name: 'filme.pdf', size: 11, max: 10 }]);
  });

  it('takes ten of eleven files and names the other', async () => {
    const eleven = Array.from({ length: 11 }, (_, n) => pdf(`${n}.pdf`, 64, n));
    expect(await attach(...eleven)).toEqual([
      { code: 'attachmentsLeftOut', max: 10, chosen: 11, names: '«10.pdf»' },
    ]);
    expect(await names()).toHaveLength(10);
  });

  it('takes as many of three files as there is room for beside those of earlier choices', async () => {
    await attach(...Array.from({ length: 9 }, (_, n) => pdf(`${n}.pdf`, 64, n)));
    const unreadable = pdf('c.pdf', 64, 22);
    Object.defineProperty(unreadable, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
    // Files with an issue do not count towards the limit.
    const issues = await attach(
      new File([], 'vazio.pdf'),
      pdf('a.pdf', 64, 20),
      pdf('b.pdf', 64, 21),
      unreadable,
    );
    expect(issues).toMatchObject([
      { code: 'attachmentEmpty', name: 'vazio.pdf' },
      { code: 'attachmentsNoRoom', max: 10, names: '«b.pdf», «c.pdf»' },
    ]);
    expect(await names()).toHaveLength(10);
    expect(await names()).toContain('a.pdf');
  });

  it('takes what fits of a choice that is too big together, and names the others', async () => {
    await attach(pdf('primeiro.pdf'));
    const six = Array.from({ length: 6 }, (_, n) => pdf(`${n}.pdf`, 9 * MB, n + 2));
    expect(await attach(...six, pdf('pequeno.pdf', 64, 20))).toEqual([
      { code: 'attachmentsTooHeavy', total: 54.1, max: 50, names: '«5.pdf»' },
    ]);
    const kept = [...Array.from({ length: 5 }, (_, n) => `${n}.pdf`), 'pequeno.pdf', 'primeiro.pdf'];
    expect((await names()).sort()).toEqual(kept);
  });

  it('says which file could not be read because it has gone', async () => {
    const gone = pdf('pen.pdf');
    Object.defineProperty(gone, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('', 'NotFoundError')),
    });
    expect(await attach(gone, pdf('fica.pdf'))).toEqual([{ code: 'attachmentUnreadable', name: 'pen.pdf' }]);
    expect(await names()).toEqual(['fica.pdf']);
  });

  it('says which file found no room on the device, and keeps nothing of it', async () => {
    db.attachments.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await attach(pdf('a.pdf'))).toEqual([{ code: 'attachmentNotKept', name: 'a.pdf' }]);
    expect(await db.chunks.count()).toBe(0);
  });
});
