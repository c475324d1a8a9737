import type { Attachment, CitizenRequest, Message, Person } from '../../../contract/types.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import type { PdfWriter } from '../../lib/pdf/pdf-document.ts';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';
import {
  finishPdf,
  type PdfWords,
  receivedAt,
  startPdf,
  topicOf,
  whoAsks,
  writeFilesTable,
  writeSignedReceipt,
  writeWords,
} from './pdf-parts.ts';
import type { SignedReceipt } from './signed-receipt.ts';

export interface AnswerContent {
  request: CitizenRequest;
  /** The messages that the citizen wrote between the answer before and this one, oldest first. */
  asked: readonly Message[];
  answer: Message;
  /** Null if the profile was never kept on this device. */
  citizen: Person | null;
  /** Null where the server has not signed the answer. */
  signed: SignedReceipt | null;
}

/** Writes a PDF with question and answer, their dates and attachments, for people who must be shown both. */
export async function writeAnswerPdf(
  content: AnswerContent,
  words: PdfWords,
  fonts: FontFiles,
  createdAt: Date,
): Promise<Blob> {
  const { request, asked, answer, signed } = content;
  const { t, language } = words;
  const heading = t('answer.title');
  const title = `${heading} ${request.reference}`;
  const pdf = await startPdf({ title, heading, signed }, words, fonts, createdAt);
  pdf.details(details(content, words));
  writeWords(pdf, request, t);
  writeFiles(pdf, t('filesCaption'), request.attachments, t);
  for (const { sentAt, body, attachments } of asked) {
    const moment = formatDateTime(sentAt, language);
    pdf.heading(2, t('answer.asked', { moment }));
    pdf.paragraph(body);
    writeFiles(pdf, t('answer.askedFiles', { moment }), attachments, t);
  }
  pdf.heading(2, t('answer.heading', { moment: formatDateTime(answer.sentAt, language) }));
  pdf.paragraph(answer.body);
  writeFiles(pdf, t('answer.files'), answer.attachments, t);
  const hasFiles = [request, ...asked, answer].some(({ attachments }) => attachments.length > 0);
  if (hasFiles) pdf.paragraph(t('hashNote'));
  if (signed) writeSignedReceipt(pdf, signed, t);
  return finishPdf(pdf, t('answer.note'), request.kind, t);
}

function details({ request, answer, citizen }: AnswerContent, words: PdfWords) {
  const { t, language } = words;
  return [
    { term: t('requests:row.reference'), value: request.reference },
    receivedAt(request, words),
    ...whoAsks(request, citizen, t),
    ...topicOf(request, words),
    { term: t('answer.answeredAt'), value: formatDateTime(answer.sentAt, language) },
    { term: t('answer.office'), value: answer.officeName ?? t('everything.office') },
  ];
}

function writeFiles(
  pdf: PdfWriter,
  caption: string,
  attachments: readonly Attachment[],
  t: PdfWords['t'],
): void {
  if (attachments.length > 0) writeFilesTable(pdf, caption, attachments, t);
}
