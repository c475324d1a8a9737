import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { citizenMessage, NOON, registeredRequest } from '../../../testing/builders.ts';
import { readPdfWords } from '../../../testing/pdf-words.ts';
import { readPdf } from '../../../testing/read-pdf.ts';
import { canScan, scanCodes } from '../../../testing/scan-codes.ts';
import { CLAIMS, createSigner } from '../../../testing/sign-receipt.ts';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';
import { loadFonts } from './make-receipt.ts';
import type { PdfWords } from './pdf-parts.ts';
import type { SignedReceipt } from './signed-receipt.ts';
import { writeAnswerPdf } from './write-answer-pdf.ts';
import { writeRequestPdf } from './write-request-pdf.ts';

// Each test reads the fonts and writes a PDF: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 30_000 });

let fonts: FontFiles;
let words: PdfWords;

beforeAll(async () => {
  fonts = await loadFonts((address) => readFile(`.${address}`));
  words = await readPdfWords('pt-PT');
});

const signer = await createSigner();

async function signedFor(fileCount: number): Promise<SignedReceipt> {
  const jws = await signer.sign({ files: Array.from({ length: fileCount }, () => CLAIMS.content) });
  return { jws, address: `https://eclic.seg-social.example/verificar#${jws}` };
}

function write(signed: SignedReceipt | null): Promise<Blob> {
  const request = registeredRequest(CLAIMS.id);
  return writeRequestPdf({ request, citizen: null, aboutReference: null, signed }, words, fonts, NOON);
}

describe.skipIf(!canScan)('the code on a printed receipt', () => {
  test.each([0, 10, 37])('of %i files is read back at 150 dpi', async (fileCount) => {
    const signed = await signedFor(fileCount);
    expect(await scanCodes(await write(signed), 150)).toEqual([signed.address]);
  });
});

test('the code stands below a long text as long as the page has room for it, and takes no page of its own', async () => {
  const signed = await signedFor(2);
  const description = `${'Recebi uma carta e não a percebo. '.repeat(100)}${'\nLinha'.repeat(14)}`;
  const request = registeredRequest(CLAIMS.id, { description });
  const content = { request, citizen: null, aboutReference: null, signed };
  const { pages } = await readPdf(await writeRequestPdf(content, words, fonts, NOON));
  expect(pages).toHaveLength(2);
  expect(pages[1]?.replace(/\s+/g, '')).toContain(signed.address);
});

test('the code is a figure with a text of its own, and the address stands beside it in letters', async () => {
  const signed = await signedFor(1);
  const pdf = await readPdf(await write(signed));
  expect(pdf.roles).toContain('Figure');
  const text = pdf.pages.join('\n');
  expect(text).toContain('Comprovativo assinado');
  expect(text.replace(/\s+/g, '')).toContain(signed.address);
});

test('the receipt is found in the file by a plain search, with nothing unpacked', async () => {
  const signed = await signedFor(1);
  expect(await (await write(signed)).text()).toContain(signed.jws);
});

test('a receipt too long for any code stands in letters alone', async () => {
  const signed = await signedFor(60);
  const pdf = await readPdf(await write(signed));
  expect(pdf.roles).not.toContain('Figure');
  expect(pdf.pages.join('').replace(/\s+/g, '')).toContain(signed.address.slice(0, 3_000));
});

test('what no server signed is not called signed', async () => {
  const pdf = await readPdf(await write(null));
  expect(pdf.pages.join('\n')).not.toContain('Comprovativo assinado');
});

test('Comprovativo da resposta has question and answer, their dates, and the files of both by name and fingerprint', async () => {
  const file = (name: string, digit: string) => ({
    id: crypto.randomUUID(),
    name,
    size: 2_000,
    type: 'application/pdf',
    sha256: digit.repeat(64),
  });
  const request = registeredRequest(CLAIMS.id, { state: 'answered', attachments: [file('fatura.pdf', '1')] });
  const sentAt = '2026-12-01T09:00:00.000Z';
  const asked = [
    citizenMessage(crypto.randomUUID(), CLAIMS.id, { sentAt, attachments: [file('carta.pdf', '2')] }),
  ];
  const answer = {
    ...citizenMessage(crypto.randomUUID(), CLAIMS.id),
    author: 'office' as const,
    purpose: 'answer' as const,
    officeName: 'Centro Distrital de Faro',
    body: 'O abono está a ser pago.',
    sentAt: '2026-12-10T09:00:00.000Z',
    attachments: [file('nota.pdf', '3')],
  };
  const signed = await signedFor(1);
  const pdf = await readPdf(
    await writeAnswerPdf({ request, asked, answer, citizen: null, signed }, words, fonts, NOON),
  );
  expect(pdf.info.title).toBe('Comprovativo da resposta EC-2026-0000124');
  const text = pdf.pages.join('\n').replace(/\s+/g, ' ');
  for (const said of [
    'Gostava de saber em que ponto está o meu pedido de abono.',
    '25 de novembro de 2026 às 12:00',
    'Mensagem de 1 de dezembro de 2026 às 09:00',
    asked[0]?.body ?? '',
    'Resposta de 10 de dezembro de 2026 às 09:00',
    'Centro Distrital de Faro',
    'O abono está a ser pago.',
    'Comprovativo assinado',
    ...['fatura.pdf', 'carta.pdf', 'nota.pdf'],
    ...['1', '2', '3'].map((digit) => digit.repeat(64)),
  ]) {
    expect(text).toContain(said);
  }
});
