import type { Attachment, CitizenRequest, Message } from '../../../contract/types.ts';
import { safeFileName, uniqueNames } from '../../../domain/copies/copy-paths.ts';
import { createZipWriter } from '../../lib/zip/zip.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { CheckedRequest } from '../core/schema.ts';
import { readVerifiedBytes } from '../files/downloads.ts';
import { listMessages } from '../requests/messages.ts';
import { fromServer, messageFromServer } from './copy-source.ts';

/** `pedido.json`: request and messages as the contract has them, and where each file stands in the ZIP. */
export interface ExportedRequest {
  format: 'e-clic-pedido';
  version: 1;
  createdAt: string;
  request: CitizenRequest;
  messages: Message[];
  files: ExportedFile[];
}

interface ExportedFile extends Attachment {
  /** Null when this device did not have its bytes. */
  path: string | null;
}

interface ExportOptions {
  /** Makes a PDF of the whole request, messages included. */
  makePdf: (request: CheckedRequest, messages: Message[]) => Promise<Blob>;
  /** Writes the text file that names the missing attachments. */
  describeMissing: (missing: Attachment[], request: CitizenRequest) => { fileName: string; text: string };
  onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** *Descarregar tudo (ZIP)*: one request as PDF and JSON, with its files; `missing` are those that only the server has. */
export async function exportRequest(
  db: CitizenDatabase,
  requestId: string,
  now: Date,
  { makePdf, describeMissing, onProgress }: ExportOptions,
) {
  const source = await readExported(db, requestId);
  if (!source) return undefined;
  const { row, messages, attachments } = source;
  const request = fromServer(row);
  const folder = safeFileName(request.reference);
  const zip = await createZipWriter(now);
  const addText = (name: string, text: string) =>
    zip.add(`${folder}/${name}`, new TextEncoder().encode(text), 'deflate');
  const pdf = await makePdf(row, messages);
  zip.add(`${folder}/pedido-${folder}.pdf`, new Uint8Array(await pdf.arrayBuffer()), 'store');

  const totalBytes = attachments.reduce((sum, { size }) => sum + size, 0);
  let doneBytes = 0;
  const uniqueName = uniqueNames();
  const files: ExportedFile[] = [];
  for (const attachment of attachments) {
    const bytes = await readVerifiedBytes(db, attachment);
    const path = bytes && `${folder}/anexos/${uniqueName(safeFileName(attachment.name))}`;
    // Pictures, PDFs and office documents are compressed already.
    if (bytes && path) zip.add(path, new Uint8Array(bytes), 'store');
    files.push({ ...attachment, path: path ?? null });
    doneBytes += attachment.size;
    onProgress?.(doneBytes, totalBytes);
  }

  const createdAt = now.toISOString();
  const format = 'e-clic-pedido';
  const content: ExportedRequest = { format, version: 1, createdAt, request, messages, files };
  addText('pedido.json', JSON.stringify(content, null, 2));
  for (const [name, receipt] of receiptsOf(request, messages)) addText(`comprovativos/${name}.jws`, receipt);
  const missing = attachments.filter((_, n) => files[n]?.path === null);
  if (missing.length > 0) {
    const { fileName, text } = describeMissing(missing, request);
    addText(fileName, text);
  }
  return { blob: zip.finish(), missing, request };
}

/** Returns signed receipts as files, so that somebody without e-Clic can check them. Messages are numbered as in `pedido.json`. */
function receiptsOf({ receipt, withdrawalReceipt }: CitizenRequest, messages: Message[]): [string, string][] {
  const named: [string, string | undefined][] = [
    ['pedido', receipt],
    ['anulacao', withdrawalReceipt],
    ...messages.map((message, n): [string, string | undefined] => [`mensagem-${n + 1}`, message.receipt]),
  ];
  return named.flatMap(([name, jws]): [string, string][] => (jws === undefined ? [] : [[name, jws]]));
}

/** Reads a request, its messages and files in one transaction. */
export function readExported(db: CitizenDatabase, requestId: string) {
  return db.transaction('r', db.requests, db.messages, async () => {
    const row = await db.requests.get(requestId);
    if (!row) return undefined;
    const messages = (await listMessages(db, requestId)).map(messageFromServer);
    const attachments = [row, ...messages].flatMap((part) => part.attachments);
    return { row, messages, attachments };
  });
}
