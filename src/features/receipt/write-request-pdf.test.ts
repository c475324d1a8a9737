import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Attachment, Person } from '../../../contract/types.ts';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { readPdfWords } from '../../../testing/pdf-words.ts';
import { readPdf } from '../../../testing/read-pdf.ts';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';
import { loadFonts } from './make-receipt.ts';
import type { PdfWords } from './pdf-parts.ts';
import { type PdfContent, writeRequestPdf } from './write-request-pdf.ts';

const PORTUGUESE = 'áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇ«»–€';
const MARIA: Person = { id: 'c_maria', name: 'Maria Exemplo', maskedNiss: '••••••••000', holder: 'person' };

// Each test reads the fonts and writes a PDF: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 30_000 });

let fonts: FontFiles;
let words: PdfWords;

beforeAll(async () => {
  fonts = await loadFonts((address) => readFile(`.${address}`));
  words = await readPdfWords('pt-PT');
});

function attachment(n: number, name: string): Attachment {
  return {
    id: crypto.randomUUID(),
    name,
    size: 123_456 + n,
    type: 'application/pdf',
    sha256: `${n}f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0${n}`,
  };
}

async function write(
  changes: Parameters<typeof registeredRequest>[1],
  content: Partial<PdfContent> = {},
): Promise<Blob> {
  const request = registeredRequest(crypto.randomUUID(), changes);
  return writeRequestPdf(
    { request, citizen: MARIA, aboutReference: null, signed: null, ...content },
    words,
    fonts,
    NOON,
  );
}

/** Joins the lines: a searched sentence may be broken across lines. */
const inOneLine = (pages: string[]) => pages.join('\n').replace(/\s+/g, ' ');

test('the proof is a tagged PDF in Portuguese that says what it is', async () => {
  const pdf = await readPdf(await write({ attachments: [attachment(1, 'fatura.pdf')] }));
  expect(pdf.isTagged).toBe(true);
  expect(pdf.info).toEqual({
    title: 'Comprovativo de entrega EC-2026-0000124',
    author: 'e-Clic',
    lang: 'pt-PT',
  });
  const count = (role: string) => pdf.roles.filter((other) => other === role).length;
  expect(['H1', 'H2', 'Table', 'TH', 'TD'].map(count)).toEqual([1, 2, 1, 4, 2]);
  expect(pdf.roles.indexOf('H1')).toBeLessThan(pdf.roles.indexOf('H2'));
});

test('the proof repeats the request as the server has it, each hash on one line', async () => {
  const attachments = Array.from({ length: 10 }, (_, n) => attachment(n, `fatura de março ${n}.pdf`));
  const complaint = { office: 'Balcão de Faro', happenedOn: '', wanted: 'Uma explicação' };
  const onBehalfOf = { id: 'p_1', name: 'Ana Outra' };
  const pdf = await readPdf(
    await write(
      { kind: 'complaint', complaint, attachments, onBehalfOf },
      { aboutReference: 'EC-2026-0000099' },
    ),
  );
  const text = inOneLine(pdf.pages);
  for (const said of [
    'EC-2026-0000124',
    'Maria Exemplo (NISS ••••••••000)',
    'Ana Outra',
    'Sobre o pedido EC-2026-0000099',
    '25 de novembro de 2026 às 12:00',
    'Apresentar reclamação',
    'Serviço de que reclama Balcão de Faro',
    'O que gostaria que fosse feito? Uma explicação',
    'Não sei qual é o tema',
    '11 de dezembro de 2026',
    'Gostava de saber em que ponto está o meu pedido de abono.',
    'Entidade responsável: Segurança Social.',
    `Página 1 de ${pdf.pages.length}`,
  ]) {
    expect(text).toContain(said);
  }
  for (const { sha256, name } of attachments) {
    expect(pdf.pages.join('\n')).toContain(sha256);
    expect(text).toContain(name);
  }
  expect(text).not.toContain('Quando aconteceu');
  expect(text).not.toMatch(/\d{11}/);
});

test('the proof bears the código de consulta where the device knows one, and is whole without', async () => {
  const read = async (content: Partial<PdfContent>) =>
    inOneLine((await readPdf(await write({}, content))).pages);
  expect(await read({ statusCode: 'ABCDEFGHJK' })).toContain('Código de consulta ABCDE FGHJK');
  for (const statusCode of [null, undefined])
    expect(await read({ statusCode })).not.toContain('Código de consulta');
});

test('the proof and the whole of a complaint call it one', async () => {
  const proof = inOneLine((await readPdf(await write({ kind: 'complaint' }))).pages);
  expect(proof).toContain('Descrição da reclamação');
  expect(proof).toContain('mostra que a Segurança Social recebeu a reclamação');
  expect(proof).not.toMatch(/[Oo] pedido|do pedido/);
  const whole = await readPdf(await write({ kind: 'complaint' }, { messages: [] }));
  expect(whole.info.title).toBe('Reclamação EC-2026-0000124');
  expect(inOneLine(whole.pages)).toContain('A reclamação ainda não tem mensagens.');
});

test('every letter of Portuguese and of names from elsewhere can be read and copied', async () => {
  const name = 'Łucja Ștefănescu Жанна Ґалаґан Nguyễn Ελένη';
  const pdf = await readPdf(
    await write({ description: PORTUGUESE }, { citizen: { ...MARIA, name: name.normalize('NFD') } }),
  );
  const text = inOneLine(pdf.pages);
  expect(text).toContain(name);
  expect(text).toContain(PORTUGUESE);
  expect(text).not.toContain('�');
});

test('letters that no font has stand as a sign, and the proof says so', async () => {
  const pdf = await readPdf(await write({ description: 'Chamo-me محمد 👨‍👩‍👧 e moro em Faro.' }));
  const text = inOneLine(pdf.pages);
  expect(text).toContain('Chamo-me ���� � e moro em Faro.');
  expect(text).toContain('O sinal � está no lugar de letras');
});

test('a long text, a word without end and a name of 1000 letters break lines and pages and lose nothing', async () => {
  const word = 'þ'.repeat(10_000);
  const name = `${'W'.repeat(996)}.pdf`;
  const description = `${'Recebi uma carta. '.repeat(220)}\n\n${word}`;
  const pdf = await readPdf(
    await write({ description, attachments: [attachment(1, name), attachment(2, 'b.pdf')] }),
  );
  const all = pdf.pages.join('');
  expect(all.match(/þ/g)).toHaveLength(10_000);
  expect(all.match(/W/g)).toHaveLength(996);
  expect(inOneLine(pdf.pages).match(/Recebi uma carta\./g)?.length).toBeGreaterThan(215);
  expect(pdf.pages.length).toBeGreaterThan(4);
  for (const [n, page] of pdf.pages.entries())
    expect(page).toContain(`Página ${n + 1} de ${pdf.pages.length}`);
});

test('the whole request has its messages too, and is called so', async () => {
  const messages = [
    {
      id: crypto.randomUUID(),
      requestId: crypto.randomUUID(),
      author: 'office' as const,
      purpose: 'answer' as const,
      officeName: 'Centro Distrital de Faro',
      body: 'O abono está a ser pago.',
      attachments: [attachment(3, 'carta.pdf')],
      sentAt: NOON.toISOString(),
    },
    {
      id: crypto.randomUUID(),
      requestId: crypto.randomUUID(),
      author: 'citizen' as const,
      purpose: 'correction' as const,
      officeName: null,
      body: 'O abono é o de outubro.',
      attachments: [],
      sentAt: NOON.toISOString(),
    },
  ];
  const pdf = await readPdf(await write({ state: 'answered' }, { messages }));
  const text = inOneLine(pdf.pages);
  expect(pdf.info.title).toBe('Pedido EC-2026-0000124');
  const answer = ['Respondido', 'Centro Distrital de Faro', 'O abono está a ser pago.', 'carta.pdf'];
  for (const said of [...answer, 'descrição corrigida', 'O abono é o de outubro.']) {
    expect(text).toContain(said);
  }
  expect(pdf.roles).toContain('H3');
});

test('the proof and the whole of a request name a day for the answer only while the office has to answer', async () => {
  const read = async (...of: Parameters<typeof write>) =>
    inOneLine((await readPdf(await write(...of))).pages);
  expect(await read({ state: 'inReview' })).toContain('Resposta até 11 de dezembro de 2026');
  for (const state of ['awaitingCitizen', 'withdrawn', 'closed'] as const) {
    expect(await read({ state })).not.toContain('Resposta até');
    expect(await read({ state }, { messages: [] })).not.toContain('Resposta até');
  }
});
