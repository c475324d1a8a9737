import type { Message } from '../contract/types.ts';
import {
  CONTENT_PATH,
  COPY_VERSION,
  type CopiedAttachment,
  type CopiedDraft,
  type Copy,
  type ListedFile,
  MANIFEST_PATH,
  type Manifest,
} from '../domain/copy-format.ts';
import { draftFolder, safeFileName, uniqueNames } from '../domain/copy-paths.ts';
import { type CopyTexts, topicLabel, writeDraftText, writeRequestText } from '../domain/copy-text.ts';
import { sha256Hex } from '../lib/sha256.ts';
import { createZipWriter } from '../lib/zip.ts';
import { readAttachmentBytes } from './attachments.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import {
  type CopyScope,
  type CopySource,
  type DraftSource,
  readCopySource,
  withTyping,
} from './copy-source.ts';
import type { PendingTextRow } from './schema.ts';

export interface CopyOptions {
  texts: CopyTexts;
  /** What editors hold and could not save. */
  unsaved?: readonly PendingTextRow[];
  onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** Lists every file as it writes it. */
interface CopyWriter {
  addText(path: string, text: string): Promise<void>;
  addFile(path: string, bytes: ArrayBuffer): Promise<ListedFile>;
  finish(): Blob;
}

/**
 * *Descarregar cópia*: a ZIP with readable text, JSON, the files and a manifest with hashes. Reads only. Null for a database that cannot be
 * opened: the copy is of what the editors hold.
 */
export async function exportCopy(
  db: CitizenDatabase | null,
  scope: CopyScope,
  now: Date,
  { texts, unsaved = [], onProgress }: CopyOptions,
): Promise<Blob> {
  const source = db ? await readCopySource(db, scope, unsaved, now) : onlyTyped(unsaved, now);
  const writer = await createCopyWriter(now);
  const totalBytes = source.drafts
    .flatMap(({ attachments }) => attachments)
    .reduce((sum, { size }) => sum + size, 0);
  let doneBytes = 0;
  const noteDone = (size: number) => {
    doneBytes += size;
    onProgress?.(doneBytes, totalBytes);
  };

  const drafts: CopiedDraft[] = [];
  for (const [index, one] of source.drafts.entries()) {
    const folder = draftFolder(index + 1, folderLabel(one, texts));
    const draft = await writeDraft(db, writer, folder, one, noteDone);
    await writer.addText(`${folder}/pedido.txt`, writeDraftText(draft, texts));
    drafts.push(draft);
  }
  const messagesOf = groupByRequest(source.messages);
  for (const request of source.requests) {
    const messages = messagesOf.get(request.id) ?? [];
    const path = `pedidos/${safeFileName(request.reference)}/pedido.txt`;
    await writer.addText(path, writeRequestText(request, messages, texts));
  }
  const { requests, messages } = source;
  const createdAt = now.toISOString();
  const copy: Copy = { format: 'e-clic-copia', version: COPY_VERSION, createdAt, drafts, requests, messages };
  await writer.addText(CONTENT_PATH, JSON.stringify(copy));
  return writer.finish();
}

async function writeDraft(
  db: CitizenDatabase | null,
  writer: CopyWriter,
  folder: string,
  { draft, attachments, waitingSince }: DraftSource,
  noteDone: (size: number) => void,
): Promise<CopiedDraft> {
  const uniqueName = uniqueNames();
  const copied: CopiedAttachment[] = [];
  for (const attachment of attachments) {
    const { name, type, size, sha256 } = attachment;
    const chunks = db && attachment.chunkCount > 0 ? await readAttachmentBytes(db, attachment) : undefined;
    if (chunks) {
      const bytes = await new Blob(chunks).arrayBuffer();
      // As the file is now, whatever the row says: the copy must hold together.
      const listed = await writer.addFile(`${folder}/anexos/${uniqueName(safeFileName(name))}`, bytes);
      copied.push({ name, type, ...listed });
    } else {
      copied.push({ name, type, size, sha256, path: null });
    }
    noteDone(size);
  }
  const { kind, onBehalfOf, description, complaint, replyTo, topic, createdAt, updatedAt } = draft;
  const words = { kind, onBehalfOf, description, complaint, replyTo, topic };
  return { ...words, createdAt, updatedAt, waitingSince, attachments: copied };
}

async function createCopyWriter(now: Date): Promise<CopyWriter> {
  const zip = await createZipWriter(now);
  const files: ListedFile[] = [];
  const encode = (text: string) => new TextEncoder().encode(text);
  const list = async (path: string, bytes: ArrayBuffer | Uint8Array) => {
    const listed = { path, size: bytes.byteLength, sha256: await sha256Hex(bytes) };
    files.push(listed);
    return listed;
  };
  return {
    async addText(path, text) {
      const bytes = encode(text);
      await list(path, bytes);
      zip.add(path, bytes, 'deflate');
    },
    async addFile(path, bytes) {
      // Pictures, PDFs and office documents are compressed already.
      zip.add(path, new Uint8Array(bytes), 'store');
      return list(path, bytes);
    },
    finish() {
      const manifest: Manifest = { format: 'e-clic-manifesto', version: COPY_VERSION, files };
      zip.add(MANIFEST_PATH, encode(JSON.stringify(manifest, null, 2)), 'deflate');
      return zip.finish();
    },
  };
}

function groupByRequest(messages: Message[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const group = groups.get(message.requestId);
    if (group) group.push(message);
    else groups.set(message.requestId, [message]);
  }
  return groups;
}

function onlyTyped(unsaved: readonly PendingTextRow[], now: Date): CopySource {
  const drafts = withTyping([], unsaved, now);
  return {
    drafts: drafts.map((draft) => ({ draft, attachments: [], waitingSince: null })),
    requests: [],
    messages: [],
  };
}

/** The subject, where there is one: the whole path of the topic would be too long for a folder. */
function folderLabel({ draft }: DraftSource, texts: CopyTexts): string {
  const { topic, kind } = draft;
  if (topic && topic.status !== 'unknown' && topic.subject) return topic.subject.label;
  return topicLabel(topic, texts) || (kind ? texts.kinds[kind] : '');
}
