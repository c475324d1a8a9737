import type { TFunction } from 'i18next';
import type { Attachment, CitizenRequest, Person, RequestKind } from '../../../contract/types.ts';
import { inLabels, type ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import { pathAsWritten, topicPath } from '../../../domain/topics/written-topic.ts';
import { filledFields } from '../../../domain/written/words.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { createPdf, type PdfWriter } from '../../lib/pdf/pdf-document.ts';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';
import { ofKind } from '../../parts/of-kind.ts';
import type { SignedReceipt } from './signed-receipt.ts';

export interface PdfWords {
  t: TFunction<['receipt', 'requests', 'common']>;
  language: string;
  labels: ReaderLabels;
}

/** The widths in points. The 64 letters of a hash fit on one line, so that a search in the PDF finds it. */
const COLUMN_WIDTHS = { name: 114, size: 82, hash: 303 };

export async function startPdf(
  { title, heading, signed }: { title: string; heading: string; signed: SignedReceipt | null },
  { t, language }: PdfWords,
  fonts: FontFiles,
  createdAt: Date,
): Promise<PdfWriter> {
  const pdf = await createPdf({
    title,
    author: 'e-Clic',
    lang: language,
    createdAt,
    ...(signed && { keywords: signed.jws }),
    fonts,
    footer: (page, pages) => [t('common:footer.body'), t('pdf.page', { title, page, pages })],
  });
  pdf.wordMark('e-Clic');
  pdf.heading(1, heading);
  pdf.paragraph(t('institution'));
  return pdf;
}

interface Detail {
  term: string;
  value: string;
}

/** Returns the details about the citizen and the person in whose name they ask. */
export function whoAsks(
  { onBehalfOf, kind }: CitizenRequest,
  citizen: Person | null,
  t: PdfWords['t'],
): Detail[] {
  return [
    ...(citizen
      ? [{ term: t('citizen', ofKind(kind)), value: `${citizen.name} (NISS ${citizen.maskedNiss})` }]
      : []),
    ...(onBehalfOf ? [{ term: t('requests:onBehalfOf'), value: onBehalfOf.name }] : []),
  ];
}

export function receivedAt({ receivedAt: at, kind }: CitizenRequest, { t, language }: PdfWords): Detail {
  return { term: t('receivedAt', ofKind(kind)), value: formatDateTime(at, language) };
}

/** Returns the topic in the reader's language, and in the words of its filing where these are others. */
export function topicOf({ topic }: CitizenRequest, { t, labels }: PdfWords): Detail[] {
  const shown = inLabels(topic, labels);
  const value = shown.status === 'unknown' ? t('requests:topicUnknown') : topicPath(shown);
  const filed = pathAsWritten(topic, labels);
  return [
    { term: t('requests:row.topic'), value },
    ...(filed === null ? [] : [{ term: t('topicAsFiled'), value: filed }]),
  ];
}

export function writeWords(pdf: PdfWriter, request: CitizenRequest, t: PdfWords['t']): void {
  for (const { field, text } of filledFields(request)) {
    pdf.heading(2, t(`requests:field.${field}`, ofKind(request.kind)));
    pdf.paragraph(text);
  }
}

export function writeFilesTable(
  pdf: PdfWriter,
  caption: string,
  attachments: readonly Attachment[],
  t: PdfWords['t'],
): void {
  pdf.table({
    caption,
    columns: [
      { heading: t('fileName'), width: COLUMN_WIDTHS.name },
      { heading: t('fileSize'), width: COLUMN_WIDTHS.size },
      { heading: t('fileHash'), width: COLUMN_WIDTHS.hash, small: true },
    ],
    rows: attachments.map(({ name, size, sha256 }) => [name, t('fileBytes', { count: size }), sha256]),
  });
}

/** Writes the code with which anybody can check the receipt, and its address in letters beside it. */
export function writeSignedReceipt(pdf: PdfWriter, { address }: SignedReceipt, t: PdfWords['t']): void {
  const texts = [t('signed.how'), address];
  pdf.code({ heading: t('signed.heading'), content: address, alt: t('signed.alt'), texts });
}

/** Ends the document with a note on what it is and is not. */
export function finishPdf(pdf: PdfWriter, note: string, kind: RequestKind, t: PdfWords['t']): Promise<Blob> {
  pdf.paragraph(note);
  if (pdf.missesLetters()) pdf.paragraph(t('pdf.missingLetters', ofKind(kind)));
  return pdf.finish();
}
