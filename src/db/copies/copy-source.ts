import type { CitizenRequest, Message } from '../../../contract/types.ts';
import type { CopiedRequest, Reminder, UnsentRating } from '../../../domain/copies/copy-format.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type {
  DraftRow,
  FrozenAttachment,
  MessageRow,
  OutboxRow,
  PendingTextRow,
  RequestRow,
} from '../core/schema.ts';
import { editOfTyping, newDraft, withPatch, wouldOverwrite } from '../drafts/draft-edit.ts';
import { isOpen } from '../drafts/drafts.ts';
import { listLastWords } from '../drafts/last-words.ts';
import { listAttachments } from '../files/file-rows.ts';
import { byType, type DraftEntry, draftIdOf, isDraftEntry } from '../outbox/commands.ts';
import { listWaiting } from '../outbox/outbox.ts';
import { hasContent, readRatingDraft } from '../outbox/rating-draft.ts';
import { draftOf } from '../outbox/take-back.ts';

export type CopyScope = { draftId: string } | 'everything';

export interface DraftSource {
  draft: DraftRow;
  attachments: FrozenAttachment[];
  waitingSince: string | null;
}

/** The content of a copy, without the bytes of its files. */
interface CopySource {
  drafts: DraftSource[];
  requests: CopiedRequest[];
  messages: Message[];
  reminders: Reminder[];
}

/** Reads the source in one transaction and writes nothing, since a copy is needed when writing no longer works. `unsaved` are words that editors hold. */
export function readCopySource(
  db: CitizenDatabase,
  scope: CopyScope,
  unsaved: readonly PendingTextRow[],
  now: Date,
): Promise<CopySource> {
  const tables = [
    db.drafts,
    db.pendingText,
    db.attachments,
    db.outbox,
    db.requests,
    db.messages,
    db.metadata,
  ];
  return db.transaction('r', tables, async () => {
    const isAsked = (draftId: string) => scope === 'everything' || scope.draftId === draftId;
    const rows = await db.drafts.filter(({ id, deletedAt }) => isAsked(id) && deletedAt === null).toArray();
    const typed = [...(await db.pendingText.toArray()), ...listLastWords(db), ...unsaved];
    const typedHere = typed.filter(({ draftId }) => isAsked(draftId));
    const sources = await Promise.all(
      withTyping(rows, typedHere, now).map(async (draft) => ({
        draft,
        attachments: await listAttachments(db, draft.id),
        waitingSince: draft.submittedAt,
      })),
    );
    const known = new Set(rows.map(({ id }) => id));
    const orphans = (await db.outbox.toArray())
      .filter(isDraftEntry)
      .filter((entry) => isAsked(draftIdOf(entry)) && !known.has(draftIdOf(entry)));
    const requests = scope === 'everything' ? await db.requests.toArray() : [];
    const waiting = await listWaiting(db);
    const messages = scope === 'everything' ? await db.messages.orderBy('[requestId+sentAt]').toArray() : [];
    return {
      drafts: [...sources, ...orphans.map(fromOutbox)],
      requests: await Promise.all(requests.map((row) => withRatings(db, row, waiting))),
      reminders: requests.flatMap(({ id, remindOn }) => (remindOn ? [{ requestId: id, on: remindOn }] : [])),
      messages: messages.map(messageFromServer),
    };
  });
}

async function withRatings(
  db: CitizenDatabase,
  row: RequestRow,
  waiting: readonly OutboxRow[],
): Promise<CopiedRequest> {
  const own = waiting.filter(({ requestId }) => requestId === row.id);
  const rated: UnsentRating[] = byType(own, 'rate').map(({ command }) => command.rating);
  const written = await readRatingDraft(db, row.id);
  const unsentRatings = [...rated, ...(written ? [written] : [])].filter(hasContent);
  return { ...fromServer(row), ...(unsentRatings.length > 0 && { unsentRatings }) };
}

/** Merges the last typing into the drafts; typing that would overwrite other words, or has no draft, becomes a draft of its own. */
export function withTyping(drafts: DraftRow[], typed: readonly PendingTextRow[], now: Date): DraftRow[] {
  const result = [...drafts].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  for (const row of typed) {
    const at = result.findIndex(({ id }) => id === row.draftId);
    const stored = result[at];
    const edit = editOfTyping(row, stored);
    if (!edit) continue;
    if (stored && isOpen(stored) && !wouldOverwrite(stored, edit)) result[at] = withPatch(stored, edit, now);
    else {
      const id = stored ? crypto.randomUUID() : row.draftId;
      result.push(withPatch(newDraft(id, row.writer, now), edit, now));
    }
  }
  return result;
}

/** Words that wait in the outbox are copied even when their draft is gone. */
function fromOutbox(entry: DraftEntry): DraftSource {
  return { draft: draftOf(entry), attachments: entry.command.attachments, waitingSince: entry.queuedAt };
}

/** Returns the request as the server sent it, without the columns that this device adds. */
export function fromServer({
  group,
  unread,
  justReceived,
  remindOn,
  receiptCheck,
  withdrawalCheck,
  ...request
}: RequestRow): CitizenRequest {
  return request;
}

/** Returns the message as the server sent it. */
export function messageFromServer({ receiptCheck, ...message }: MessageRow): Message {
  return message;
}
