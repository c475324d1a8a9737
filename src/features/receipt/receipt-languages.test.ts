import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { readPdfWords } from '../../../testing/pdf-words.ts';
import { readPdf } from '../../../testing/read-pdf.ts';
import { LANGUAGES } from '../../state/kept-preferences.ts';
import { loadFonts } from './make-receipt.ts';
import { writeRequestPdf } from './write-request-pdf.ts';

// Each test reads the fonts and writes a PDF: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 30_000 });

const RECEIVED: Record<(typeof LANGUAGES)[number]['code'], string> = {
  'pt-PT': '25 de novembro de 2026 às 12:00',
  en: '25 November 2026 at 12:00',
  es: '25 de noviembre de 2026 a las 12:00',
  fr: '25 novembre 2026 à 12:00',
  uk: '25 листопада 2026 о 12:00',
};

test.each(LANGUAGES)('the proof in $name says so itself and has every letter', async ({ code }) => {
  const words = await readPdfWords(code);
  const fonts = await loadFonts((address) => readFile(`.${address}`));
  const request = registeredRequest(crypto.randomUUID());
  const citizen = { id: 'c_olena', name: 'Олена Ґалаґан', maskedNiss: '•••', holder: 'person' } as const;
  const pdf = await readPdf(
    await writeRequestPdf({ request, citizen, aboutReference: null, signed: null }, words, fonts, NOON),
  );
  const text = pdf.pages.join('\n').replace(/\s+/g, ' ');

  expect(pdf.info).toEqual({
    title: `${words.t('title')} ${request.reference}`,
    author: 'e-Clic',
    lang: code,
  });
  for (const said of [
    words.t('title'),
    words.t('institution'),
    words.t('requests:field.description'),
    words.t('note'),
    words.t(`requests:kind.${request.kind}`),
    words.t('common:footer.body'),
    RECEIVED[code],
    citizen.name,
  ]) {
    expect(text).toContain(said.replace(/\s+/g, ' '));
  }
  expect(text).not.toContain('\ufffd');
});

test('the proof in Ukrainian says the topic in Ukrainian, and as it was filed in Portuguese', async () => {
  const words = await readPdfWords('uk');
  const fonts = await loadFonts((address) => readFile(`.${address}`));
  const request = registeredRequest(crypto.randomUUID(), {
    topic: {
      status: 'known',
      version: '1',
      lifeEvent: { id: 'family', label: 'Família' },
      subject: { id: 'noLongerInTheTree', label: 'Um assunto antigo' },
      reason: { id: 'requestProgress', label: 'Saber em que ponto está um pedido' },
    },
  });
  const pdf = await readPdf(
    await writeRequestPdf({ request, citizen: null, aboutReference: null, signed: null }, words, fonts, NOON),
  );
  const text = pdf.pages.join('\n').replace(/\s+/g, ' ');
  expect(text).toContain('Сім’я › Um assunto antigo › Дізнатися, на якому етапі звернення');
  expect(text).toContain(
    `${words.t('topicAsFiled')} Família › Um assunto antigo › Saber em que ponto está um pedido`,
  );
});

test('headings in Ukrainian are as bold as those in Portuguese', async () => {
  const { bold } = await loadFonts((address) => readFile(`.${address}`));
  const { create } = await import('fontkit');
  const fonts = bold.map((bytes) => create(bytes));
  const title = (await readPdfWords('uk')).t('title');
  for (const letter of title)
    expect(
      fonts.some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
      letter,
    ).toBe(true);
});
