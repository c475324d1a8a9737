import { mendFileName } from '../../../domain/file-name.ts';
import type { Issue } from '../../../domain/issue.ts';
import type { Limits } from '../../../domain/limits.ts';
import { isChosen } from '../../../domain/topics/written-topic.ts';
import { validateDraft } from '../../../domain/validate-draft.ts';
import { bodyOf, submittedWords } from '../../../domain/written/asked-words.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import { readLimits } from '../core/read-limits.ts';
import type { DraftCommand, DraftRow } from '../core/schema.ts';
import { hasArrived } from '../drafts/arrived.ts';
import { isOpen } from '../drafts/drafts.ts';
import { restoreDraft } from '../drafts/mark-draft.ts';
import { listAttachments } from '../files/file-rows.ts';
import { addToOutbox } from './add-to-outbox.ts';

type Freeze = (
  draft: DraftRow,
  attachments: AttachmentRow[],
  limits: Limits,
  now: Date,
) => Result<{ requestId: string; command: DraftCommand }, Issue[]>;

const NOTHING_WRITTEN: Issue[] = [{ field: 'description', code: 'descriptionMissing' }];

function submitTables(db: CitizenDatabase) {
  return [db.drafts, db.attachments, db.outbox, db.metadata, db.requests, db.messages];
}

/**
 * *Submeter pedido*, and the same for a reply: moves the draft into the outbox in one transaction. A second press, or a second tab, finds it frozen and
 * changes nothing, which is success too.
 */
export function submitDraft(db: CitizenDatabase, draftId: string, now: Date): Promise<Result<null, Issue[]>> {
  return db.transaction('rw', submitTables(db), async () => {
    const draft = await db.drafts.get(draftId);
    if (draft?.submittedAt || (await hasArrived(db, draftId))) return ok(null);
    if (!isOpen(draft)) return err(NOTHING_WRITTEN);
    const attachments = await listToFreeze(db, draftId);
    const freeze = draft.replyTo ? freezeReplyTo(draft.replyTo) : freezeRequest;
    const frozen = freeze(draft, attachments, await readLimits(db), now);
    if (!frozen.ok) return frozen;
    const { requestId, command } = frozen.value;
    await addToOutbox(db, requestId, command, now);
    const submittedAt = now.toISOString();
    await db.drafts.update(draftId, { submittedAt, submissions: command.revision, refusal: null });
    return ok(null);
  });
}

/** Lists the attachments to freeze, and mends names older than the rule for names. Frozen names must stay: the request may have arrived with them. */
async function listToFreeze(db: CitizenDatabase, draftId: string): Promise<AttachmentRow[]> {
  const rows = await listAttachments(db, draftId);
  return rows.map((row) => ({ ...row, name: mendFileName(row.name, row.type) }));
}

const freezeRequest: Freeze = (draft, attachments, limits, now) => {
  const { id, kind, onBehalfOf, aboutRequestId, topic } = draft;
  const issues = validateDraft(draft, attachments, limits);
  if (issues.length > 0 || kind === null || !isChosen(topic)) return err(issues);
  const content = {
    kind,
    onBehalfOf,
    ...submittedWords(draft),
    // The field is left out where it is empty: a server that is older than this build does not know it.
    ...(aboutRequestId && { aboutRequestId }),
    topic,
    writtenAt: now.toISOString(),
  };
  return ok({
    requestId: id,
    command: { type: 'submitRequest', content, ...frozenParts(draft, attachments) },
  });
};

/** Values that satisfy the rules of a request, for a reply, which takes them from its request. */
const REPLY_DEFAULTS = { kind: 'information', topic: { status: 'unknown' } } as const;

/** The text of a reply is the field `description`, as in any draft. */
function freezeReplyTo({ requestId, purpose }: NonNullable<DraftRow['replyTo']>): Freeze {
  return (draft, attachments, limits, now) => {
    const issues = validateDraft({ ...draft, ...REPLY_DEFAULTS }, attachments, limits);
    if (issues.length > 0) return err(issues);
    const content = { purpose, body: bodyOf(draft), writtenAt: now.toISOString() };
    const parts = frozenParts(draft, attachments);
    return ok({ requestId, command: { type: 'sendReply', messageId: draft.id, content, ...parts } });
  };
}

function frozenParts({ submissions }: DraftRow, rows: AttachmentRow[]) {
  const attachments = rows.map(({ id, name, size, type, sha256, chunkCount }) => {
    return { id, name, size, type, sha256, chunkCount };
  });
  return { revision: submissions + 1, attachments };
}

/** Puts back into the outbox what `removeWaiting` deleted, under a new key. Returns false where today's rules refuse the draft. */
export function restoreWaiting(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  return db.transaction('rw', submitTables(db), async () => {
    await restoreDraft(db, draftId);
    return (await submitDraft(db, draftId, now)).ok;
  });
}
