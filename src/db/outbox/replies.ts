import type { CitizenPurpose } from '../../contract/types.ts';
import type { Issue } from '../../domain/issue.ts';
import { validateDraft } from '../../domain/validate-draft.ts';
import { hasContent } from '../../domain/written/content.ts';
import { bodyOf } from '../../domain/written/words.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readLimits, readMetadata } from '../core/metadata.ts';
import type { DraftRow } from '../core/schema.ts';
import { filterWithFiles, isOpen } from '../drafts/drafts.ts';
import { listAttachments } from '../files/attachment-rows.ts';
import { addToOutbox, freezeAttachment } from './add-to-outbox.ts';

/**
 * The id of the open reply to a request, or one kept for it until something is written: two tabs get the same, and an empty draft is never
 * made. Once it was sent or deleted, the next reply has an id of its own.
 */
export function reserveReplyId(
  db: CitizenDatabase,
  requestId: string,
  purpose: CitizenPurpose,
): Promise<string> {
  return db.transaction('rw', db.drafts, db.messages, db.facts, async () => {
    const drafts = await readReplyDrafts(db, requestId);
    const open = drafts.find((draft) => isOpen(draft) && draft.replyTo?.purpose === purpose);
    if (open) return open.id;
    const ids = await readMetadata(db, 'replyIds');
    const key = `${requestId}/${purpose}`;
    const kept = ids[key];
    const isFree = kept !== undefined && !(await db.drafts.get(kept)) && !(await db.messages.get(kept));
    if (isFree) return kept;
    const id = crypto.randomUUID();
    await keepMetadata(db, 'replyIds', { ...ids, [key]: id });
    return id;
  });
}

/** Oldest first: what was split away later comes after what it was split from. */
async function readReplyDrafts(db: CitizenDatabase, requestId: string): Promise<DraftRow[]> {
  return db.drafts.where('replyTo.requestId').equals(requestId).sortBy('createdAt');
}

/** Open ones with words or files, oldest first. */
export function listReplyDrafts(db: CitizenDatabase, requestId: string): Promise<DraftRow[]> {
  return db.transaction('r', db.drafts, db.attachments, async () => {
    const drafts = (await readReplyDrafts(db, requestId)).filter((draft) => isOpen(draft));
    return filterWithFiles(db, drafts, hasContent);
  });
}

/** What a request must say and a reply has from the request that it is about. */
const GIVEN = { kind: 'information', topic: { status: 'unknown' } } as const;

/**
 * Checks a reply, freezes a copy into the outbox and hands the draft over to sync, in one transaction. A second press, or a second tab, finds
 * it frozen and changes nothing, which is success too. Its text is the field `description`, as of any draft.
 */
export function submitReply(db: CitizenDatabase, draftId: string, now: Date): Promise<Result<null, Issue[]>> {
  return db.transaction('rw', [db.drafts, db.attachments, db.outbox, db.facts, db.messages], async () => {
    const draft = await db.drafts.get(draftId);
    if (draft?.submittedAt || (await db.messages.get(draftId))) return ok(null);
    if (!isOpen(draft) || !draft.replyTo) {
      return err<Issue[]>([{ field: 'description', code: 'descriptionMissing' }]);
    }
    const attachments = await listAttachments(db, draftId);
    const issues = validateDraft({ ...draft, ...GIVEN }, attachments, await readLimits(db));
    if (issues.length > 0) return err(issues);

    const { requestId, purpose } = draft.replyTo;
    const revision = draft.submissions + 1;
    const content = { purpose, body: bodyOf(draft), writtenAt: now.toISOString() };
    await addToOutbox(
      db,
      requestId,
      {
        type: 'sendReply',
        messageId: draftId,
        revision,
        content,
        attachments: attachments.map(freezeAttachment),
      },
      now,
    );
    await db.drafts.update(draftId, {
      submittedAt: now.toISOString(),
      submissions: revision,
      refusal: null,
    });
    return ok(null);
  });
}
