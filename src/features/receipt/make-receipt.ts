import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import cyrillicExt from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url';
import i18next from 'i18next';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import type { ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import { fetchWords } from '../../lib/fetch-words.ts';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';
import type { NamedBlob } from '../../lib/save-file.ts';
import type { PdfWords } from './pdf-parts.ts';
import { signedReceipt } from './signed-receipt.ts';
import { type AnswerContent, writeAnswerPdf } from './write-answer-pdf.ts';
import { type PdfContent, writeRequestPdf } from './write-request-pdf.ts';

export async function loadPdfWords(): Promise<PdfWords> {
  const namespaces = ['receipt', 'requests', 'common'] as const;
  await fetchWords(...namespaces, 'topics');
  const { language } = i18next;
  const labels: ReaderLabels = i18next.getResourceBundle(language, 'topics');
  return { t: i18next.getFixedT(language, namespaces), language, labels };
}

/**
 * Makes the receipt of a request. This needs no connection, since library and fonts are kept with the app. The name of the file has the reference, which is no
 * secret.
 */
export async function makeReceipt(
  content: Omit<PdfContent, 'messages' | 'signed'>,
  now: Date,
): Promise<NamedBlob> {
  const [words, fonts] = await Promise.all([loadPdfWords(), loadFonts()]);
  const { request } = content;
  const blob = await writeRequestPdf({ ...content, signed: signedReceipt(request) }, words, fonts, now);
  return { name: `comprovativo-${request.reference}.pdf`, blob };
}

/** Makes the **Comprovativo da resposta** of an answer, in the same way. A request may have several answers, so the name has the day too. */
export async function makeAnswerReceipt(
  content: Omit<AnswerContent, 'signed'>,
  now: Date,
): Promise<NamedBlob> {
  const [words, fonts] = await Promise.all([loadPdfWords(), loadFonts()]);
  const { request, answer } = content;
  const blob = await writeAnswerPdf({ ...content, signed: signedReceipt(answer) }, words, fonts, now);
  const name = `comprovativo-da-resposta-${request.reference}-${lisbonDate(answer.sentAt)}.pdf`;
  return { name, blob };
}

/** The fonts in which a letter is looked for, in this order. No file has all letters: *á* is in the first, *Ł* and *ș* in the second, *Ж* in another. */
const REGULAR = [latin, latinExt, cyrillic, greek, vietnamese, cyrillicExt];
/** The fonts of headings. Letters that they lack are taken from the regular fonts. */
const BOLD = [latinBold, cyrillicBold];

/** Loads the fonts. The worker keeps the files, so that this works without a connection too. */
export async function loadFonts(read = fetchFont): Promise<FontFiles> {
  const [regular, bold] = await Promise.all(
    [REGULAR, BOLD].map((addresses) => Promise.all(addresses.map(read))),
  );
  return { regular: regular ?? [], bold: bold ?? [] };
}

async function fetchFont(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
