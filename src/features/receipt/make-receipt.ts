import i18next from 'i18next';
import type { NamedBlob } from '../../lib/save-file.ts';
import { loadFonts } from './load-fonts.ts';
import type { PdfWords } from './pdf-parts.ts';
import { signedReceipt } from './signed-receipt.ts';
import { type AnswerContent, writeAnswerPdf } from './write-answer-pdf.ts';
import { type PdfContent, writeRequestPdf } from './write-request-pdf.ts';

export async function loadPdfWords(): Promise<PdfWords> {
  const namespaces = ['receipt', 'requests', 'common'] as const;
  await i18next.loadNamespaces(namespaces);
  const { language } = i18next;
  return { t: i18next.getFixedT(language, namespaces), language };
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

/** Makes the **Comprovativo da resposta** of an answer, in the same way. */
export async function makeAnswerReceipt(
  content: Omit<AnswerContent, 'signed'>,
  now: Date,
): Promise<NamedBlob> {
  const [words, fonts] = await Promise.all([loadPdfWords(), loadFonts()]);
  const { request, answer } = content;
  const blob = await writeAnswerPdf({ ...content, signed: signedReceipt(answer) }, words, fonts, now);
  return { name: `comprovativo-da-resposta-${request.reference}.pdf`, blob };
}
