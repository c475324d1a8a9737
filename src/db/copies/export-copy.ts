import type { Attachment, CitizenRequest, Message } from '../../../contract/types.ts';
import {
  CONTENT_PATH,
  COPY_VERSION,
  type CopiedAttachment,
  type CopiedDraft,
  type Copy,
} from '../../../domain/copies/copy-format.ts';
import { draftFolder, safeFileName, uniqueNames } from '../../../domain/copies/copy-paths.ts';
import {
  type CopyTexts,
  topicLabel,
  writeDraftText,
  writeRequestText,
} from '../../../domain/copies/copy-text.ts';
import { inLabels } from '../../../domain/topics/reader-topic.ts';
import { contentOf } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { readVerifiedBytes } from '../files/downloads.ts';
import { readAttachmentBytes } from '../files/file-rows.ts';
import { readAboutReference } from '../requests/requests.ts';
import { type CopyScope, type DraftSource, readCopySource, withTyping } from './copy-source.ts';
import { type CopyWriter, createCopyWriter } from './copy-writer.ts';

export interface CopyOptions {
  texts: CopyTexts;
  /** Words that editors hold and could not save. */
  unsaved?: readonly PendingTextRow[];
  onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** *Descarregar cópia*: makes a ZIP. Where the database cannot be opened (`db` is null) the copy has the words that editors hold. */
export async function exportCopy(
  db: CitizenDatabase | null,
  scope: CopyScope,
  now: Date,
  { texts, unsaved = [], onProgress }: CopyOptions,
): Promise<Blob> {
  const {
    drafts: sources,
    requests,
    messages,
    reminders,
  } = db
    ? await readCopySource(db, scope, unsaved, now)
    : { drafts: withTyping([], unsaved, now).map(withoutFiles), requests: [], messages: [], reminders: [] };
  const writer = await createCopyWriter(now);
  const messagesOf = groupByRequest(messages);
  const messagesIn = ({ id }: CitizenRequest) => messagesOf.get(id) ?? [];
  const noteDone = createProgress(
    [
      ...sources.flatMap(({ attachments }) => attachments.map(({ size }) => size)),
      ...requests.map((request) => textSize(request, messagesIn(request))),
    ],
    onProgress,
  );

  const drafts: CopiedDraft[] = [];
  for (const [index, one] of sources.entries()) {
    const folder = draftFolder(index + 1, folderLabel(one, texts));
    const draft = await writeDraft(db, writer, folder, one, noteDone);
    await writer.addText(`${folder}/pedido.txt`, writeDraftText(draft, await aboutOf(db, draft), texts));
    drafts.push(draft);
  }
  for (const request of requests) {
    const remindOn = reminders.find(({ requestId }) => requestId === request.id)?.on ?? null;
    await writeRequest(db, writer, { request, messages: messagesIn(request), remindOn }, texts);
    noteDone(textSize(request, messagesIn(request)));
  }
  const createdAt = now.toISOString();
  const format = 'e-clic-copia';
  const copy: Copy = { format, version: COPY_VERSION, createdAt, drafts, requests, messages, reminders };
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
      // Size and hash are those of the bytes, whatever the row says: the copy must agree with itself.
      const listed = await writer.addFile(`${folder}/anexos/${uniqueName(safeFileName(name))}`, bytes);
      copied.push({ name, type, ...listed });
    } else {
      copied.push({ name, type, size, sha256, path: null });
    }
    noteDone(size);
  }
  const { createdAt, updatedAt } = draft;
  return { ...contentOf(draft), createdAt, updatedAt, waitingSince, attachments: copied };
}

/** Writes a request as text, with the files that this device has. */
async function writeRequest(
  db: CitizenDatabase | null,
  writer: CopyWriter,
  { request, messages, remindOn }: { request: CitizenRequest; messages: Message[]; remindOn: string | null },
  texts: CopyTexts,
): Promise<void> {
  const folder = `pedidos/${safeFileName(request.reference)}`;
  const uniqueName = uniqueNames();
  const here = new Set<string>();
  for (const attachment of [request, ...messages].flatMap(({ attachments }) => attachments)) {
    const bytes = db && (await readVerifiedBytes(db, attachment));
    if (!bytes) continue;
    await writer.addFile(`${folder}/anexos/${uniqueName(safeFileName(attachment.name))}`, bytes);
    here.add(attachment.id);
  }
  const isHere = ({ id }: Attachment) => here.has(id);
  await writer.addText(
    `${folder}/pedido.txt`,
    writeRequestText(request, messages, remindOn, await aboutOf(db, request), texts, isHere),
  );
}

async function aboutOf(db: CitizenDatabase | null, said: Pick<CitizenRequest, 'aboutRequestId'>) {
  return db && readAboutReference(db, said);
}

/** Returns the rough size of a request, for the progress; its few fetched files do not count. */
function textSize({ description }: CitizenRequest, messages: Message[]): number {
  return messages.reduce((sum, { body }) => sum + body.length, description.length);
}

/** Reports each hundredth once: a report for each of thousands of requests would draw the page as often. */
function createProgress(sizes: readonly number[], onProgress: CopyOptions['onProgress']) {
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  let doneBytes = 0;
  let lastTold = -1;
  return (size: number): void => {
    doneBytes += size;
    const hundredths = Math.floor((100 * doneBytes) / totalBytes);
    if (hundredths === lastTold) return;
    lastTold = hundredths;
    onProgress?.(doneBytes, totalBytes);
  };
}

function groupByRequest(messages: Message[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    groups.set(message.requestId, [...(groups.get(message.requestId) ?? []), message]);
  }
  return groups;
}

function withoutFiles(draft: DraftRow): DraftSource {
  return { draft, attachments: [], waitingSince: null };
}

/** Returns the subject, where there is one: the whole path of the topic would be too long for the name of a folder. */
function folderLabel({ draft }: DraftSource, texts: CopyTexts): string {
  const { kind } = draft;
  const topic = inLabels(draft.topic, texts.topicLabels);
  if (topic && topic.status !== 'unknown' && topic.subject) return topic.subject.label;
  return topicLabel(topic, texts) || (kind ? texts.kindOf(kind) : '');
}
