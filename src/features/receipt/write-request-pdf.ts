import type { CitizenRequest, Message, Person, RequestKind } from '../../../contract/types.ts';
import { dueOnOf } from '../../../domain/request-status.ts';
import { writeStatusCode } from '../../../domain/status-code.ts';
import { formatDateTime, formatDay } from '../../../shared/format-date.ts';
import type { PdfWriter } from '../../lib/pdf/pdf-document.ts';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';
import { ofKind } from '../../parts/of-kind.ts';
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

export interface PdfContent {
  request: CitizenRequest;
  /** Null if the profile was never kept on this device. */
  citizen: Person | null;
  /** The reference of the earlier request that this one is about. */
  aboutReference: string | null;
  /** Null where the server has not signed the request. */
  signed: SignedReceipt | null;
  /** The request's **código de consulta**, if it is known on this device and switched on. */
  statusCode?: string | null | undefined;
  /** With messages the PDF is the whole request, without messages it is the receipt. */
  messages?: readonly Message[];
}

/** Writes the PDF of a request, as the server has it, with nothing that is only on the device. */
export async function writeRequestPdf(
  content: PdfContent,
  words: PdfWords,
  fonts: FontFiles,
  createdAt: Date,
): Promise<Blob> {
  const { t } = words;
  const { request, signed, messages } = content;
  const { reference, kind } = request;
  const context = ofKind(kind);
  const heading = messages ? t('everything.title', { ...context, reference }) : t('title');
  const title = messages ? heading : `${heading} ${reference}`;
  const pdf = await startPdf({ title, heading, signed }, words, fonts, createdAt);
  pdf.details(details(content, messages !== undefined, words));
  writeWords(pdf, request, t);
  writeFiles(pdf, request, t);
  if (messages) writeMessages(pdf, messages, kind, words);
  if (signed) writeSignedReceipt(pdf, signed, t);
  return finishPdf(pdf, t('note', context), kind, t);
}

function details(
  { request, citizen, aboutReference, statusCode }: PdfContent,
  withState: boolean,
  words: PdfWords,
): { term: string; value: string }[] {
  const { t, language } = words;
  const dueOn = dueOnOf(request);
  return [
    { term: t('requests:row.reference'), value: request.reference },
    ...(statusCode ? [{ term: t('statusCode.heading'), value: writeStatusCode(statusCode) }] : []),
    receivedAt(request, words),
    ...(withState ? [{ term: t('requests:row.state'), value: t(`requests:state.${request.state}`) }] : []),
    ...whoAsks(request, citizen, t),
    { term: t('requests:row.kind'), value: t(`requests:kind.${request.kind}`) },
    ...topicOf(request, words),
    ...(aboutReference ? [{ term: t('requests:row.about'), value: aboutReference }] : []),
    { term: t('requests:row.office'), value: request.office.name },
    ...(dueOn === null ? [] : [{ term: t('dueOn'), value: formatDay(dueOn, language) }]),
  ];
}

function writeFiles(pdf: PdfWriter, { attachments, kind }: CitizenRequest, t: PdfWords['t']): void {
  pdf.heading(2, t('filesHeading'));
  if (attachments.length === 0) {
    pdf.paragraph(t('noFiles', ofKind(kind)));
    return;
  }
  writeFilesTable(pdf, t('filesCaption'), attachments, t);
  pdf.paragraph(t('hashNote'));
}

function writeMessages(
  pdf: PdfWriter,
  messages: readonly Message[],
  kind: RequestKind,
  { t, language }: PdfWords,
): void {
  pdf.heading(2, t('everything.messages'));
  if (messages.length === 0) pdf.paragraph(t('everything.noMessages', ofKind(kind)));
  for (const { author, officeName, purpose, sentAt, body, attachments } of messages) {
    const who = author === 'citizen' ? t('everything.me') : (officeName ?? t('everything.office'));
    const moment = formatDateTime(sentAt, language);
    const what = purpose === 'correction' ? 'everything.correction' : 'everything.message';
    pdf.heading(3, t(what, { author: who, moment }));
    pdf.paragraph(body);
    if (attachments.length === 0) continue;
    const names = attachments.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`).join('; ');
    pdf.paragraph(t('everything.messageFiles', { names }));
  }
}
