import i18next from 'i18next';
import { loadFonts } from './load-fonts.ts';
import { type PdfContent, type PdfWords, writeRequestPdf } from './write-request-pdf.ts';

export async function loadPdfWords(): Promise<PdfWords> {
  const namespaces = ['receipt', 'requests', 'common'] as const;
  await i18next.loadNamespaces(namespaces);
  const { language } = i18next;
  return { t: i18next.getFixedT(language, namespaces), language };
}

/** Needs no connection: library and fonts are kept with the app. The name of the file has the reference, which is no secret. */
export async function makeReceipt(
  content: Omit<PdfContent, 'messages'>,
  now: Date,
): Promise<{ name: string; blob: Blob }> {
  const [words, fonts] = await Promise.all([loadPdfWords(), loadFonts()]);
  const blob = await writeRequestPdf(content, words, fonts, now);
  return { name: `comprovativo-${content.request.reference}.pdf`, blob };
}
