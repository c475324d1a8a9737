import type { DraftTopic, Topic } from '../../contract/types.ts';
import type { Issue } from '../../domain/issue.ts';
import { readTopic } from '../../domain/topics/written-topic.ts';
import { validateDraft } from '../../domain/validate-draft.ts';
import { submittedWords } from '../../domain/written/words.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { AttachmentRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readLimits } from '../core/metadata.ts';
import type { DraftRow, SubmitRequestCommand } from '../core/schema.ts';
import { isOpen, readDraft, restoreDraft } from '../drafts/drafts.ts';
import { listAttachments } from '../files/attachment-rows.ts';
import { addToOutbox, freezeAttachment } from './add-to-outbox.ts';
import { submitReply } from './replies.ts';

function isComplete(topic: DraftTopic): topic is Topic {
  return topic !== null && topic.status !== 'begun';
}

function commandOf(
  draft: DraftRow & { kind: NonNullable<DraftRow['kind']>; topic: Topic },
  attachments: AttachmentRow[],
  now: Date,
): SubmitRequestCommand {
  return {
    type: 'submitRequest',
    revision: draft.submissions + 1,
    content: {
      kind: draft.kind,
      onBehalfOf: draft.onBehalfOf,
      ...submittedWords(draft),
      topic: draft.topic,
      writtenAt: now.toISOString(),
    },
    attachments: attachments.map(freezeAttachment),
  };
}

/**
 * *Submeter pedido*: checks, freezes a copy into the outbox and hands the draft over to sync, in one transaction. A second press, or a
 * second tab, finds it frozen and changes nothing, which is success too.
 */
export function submitDraft(db: CitizenDatabase, draftId: string, now: Date): Promise<Result<null, Issue[]>> {
  return db.transaction('rw', [db.drafts, db.attachments, db.outbox, db.facts, db.requests], async () => {
    const draft = await db.drafts.get(draftId);
    if (draft?.submittedAt || (await db.requests.get(draftId))) return ok(null);
    if (!isOpen(draft)) return err<Issue[]>([{ field: 'description', code: 'descriptionMissing' }]);

    const attachments = await listAttachments(db, draftId);
    const issues = validateDraft(
      { ...draft, topic: readTopic(draft.topic) },
      attachments,
      await readLimits(db),
    );
    const { kind, topic } = draft;
    if (issues.length > 0 || kind === null || !isComplete(topic)) return err(issues);

    await addToOutbox(db, draftId, commandOf({ ...draft, kind, topic }, attachments, now), now);
    await db.drafts.update(draftId, {
      submittedAt: now.toISOString(),
      submissions: draft.submissions + 1,
      refusal: null,
    });
    return ok(null);
  });
}

/** What `removeWaiting` deleted waits again, under a new key. False: it is a draft that today's rules would not let through. */
export function restoreWaiting(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  const tables = [db.drafts, db.attachments, db.outbox, db.facts, db.requests, db.messages];
  return db.transaction('rw', tables, async () => {
    await restoreDraft(db, draftId);
    const isReply = Boolean((await readDraft(db, draftId))?.replyTo);
    return (await (isReply ? submitReply : submitDraft)(db, draftId, now)).ok;
  });
}
