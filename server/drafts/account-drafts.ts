import { randomUUID } from 'node:crypto';
import type { Expression } from 'kysely';
import type { AccountDraft, DraftContent } from '../../contract/types.ts';
import { type Condition, decideDraft, requireVersion } from '../../domain/decide/account-draft.ts';
import { changeUsage, takePlace } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { writeFor } from '../write-for.ts';

export async function findDraft(db: Db, citizenId: string, id: string): Promise<AccountDraft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select(['sequence', 'savedAt', 'content'])
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content
    ? { id, etag: etagOf(row.sequence), savedAt: row.savedAt, content: row.content }
    : undefined;
}

export function etagOf(sequence: number): string {
  return `"${sequence}"`;
}

export async function saveDraft(
  context: Context,
  citizenId: string,
  draft: Pick<AccountDraft, 'id' | 'content'>,
  condition: Condition,
): Promise<{ draft: AccountDraft; isNew: boolean }> {
  const { limits } = context;
  return writeFor(context, citizenId, async (tx, usage) => {
    const hasArrived = await isSent(tx, citizenId, draft.id);
    const kept = (await findDraft(tx, citizenId, draft.id)) ?? null;
    const decided = decideDraft({ kept, hasArrived, usage, limits }, draft.content, condition);
    if (decided.earlier) return { draft: decided.earlier, isNew: false };
    if (decided.isNew) await changeUsage(tx, citizenId, { drafts: 1 });
    return { draft: { ...draft, ...(await keepDraft(context, tx, citizenId, draft)) }, isNew: decided.isNew };
  });
}

/** Repeatable. The words are deleted; the deletion stays in the feed, so that the other devices hear of it. */
export async function deleteDraft(
  context: Context,
  citizenId: string,
  id: string,
  ifMatch: string | null,
): Promise<void> {
  await writeFor(context, citizenId, async (tx) => {
    await forgetDraft(context, tx, citizenId, id, (draft) => {
      requireVersion(draft, ifMatch);
      return true;
    });
  });
}

/** For a caller who holds the citizen's lock. Returns false if there is no draft, or not the one that `isMeant`. */
export async function forgetDraft(
  context: Context,
  tx: Tx,
  citizenId: string,
  id: string,
  isMeant: (draft: AccountDraft) => boolean,
): Promise<boolean> {
  const draft = await findDraft(tx, citizenId, id);
  if (!draft || !isMeant(draft)) return false;
  await announceDeletion(context, tx, citizenId, id);
  await changeUsage(tx, citizenId, { drafts: -1 });
  return true;
}

/** Tells in the feed that the draft of this id, or the request that it became, is deleted. */
export async function announceDeletion(
  context: Context,
  tx: Tx,
  citizenId: string,
  id: string,
): Promise<void> {
  await keepDraft(context, tx, citizenId, { id, content: null });
}

/** Keeps a draft under an id of its own. So have its files: a device may still have them under the ids of the draft that ends. */
export async function addDraft(
  context: Context,
  tx: Tx,
  citizenId: string,
  content: DraftContent,
): Promise<void> {
  const attachments = content.attachments.map((file) => ({ ...file, id: randomUUID() }));
  await keepDraft(context, tx, citizenId, { id: randomUUID(), content: { ...content, attachments } });
  await changeUsage(tx, citizenId, { drafts: 1 });
}

/** Ends a draft that became a request or a message. The feed tells of the new one under the same id, and of no deletion, not even an earlier one. */
export async function endDraft(tx: Tx, citizenId: string, id: string): Promise<void> {
  const ended = await endingOfDraft(tx, citizenId, id).executeTakeFirst();
  if (ended?.hadWords) await changeUsage(tx, citizenId, { drafts: -1 });
}

type Id = string | Expression<string>;

/** The statement that ends a draft; `hadWords` tells whether the draft was counted among the citizen's. */
export function endingOfDraft(db: Db, citizenId: Id, id: Id) {
  return db
    .deleteFrom('drafts')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .returning((row) => row('content', 'is not', null).as('hadWords'));
}

async function isSent(tx: Tx, citizenId: string, id: string): Promise<boolean> {
  for (const table of ['requests', 'messages'] as const) {
    const found = await tx
      .selectFrom(table)
      .select('id')
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (found) return true;
  }
  return false;
}

async function keepDraft(
  { clocks }: Context,
  tx: Tx,
  citizenId: string,
  { id, content }: { id: string; content: DraftContent | null },
): Promise<Pick<AccountDraft, 'etag' | 'savedAt'>> {
  const text = content && JSON.stringify(content);
  const row = {
    content: text,
    contentBytes: Buffer.byteLength(text ?? ''),
    savedAt: new Date(clocks.officeNow()).toISOString(),
  };
  const { sequence } = await takePlace(tx, citizenId)
    .insertInto('drafts')
    .values((from) => ({ citizenId, id, sequence: from.selectFrom('place').select('sequence'), ...row }))
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'id'])
        .doUpdateSet((from) => ({ sequence: from.ref('excluded.sequence'), ...row })),
    )
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return { etag: etagOf(sequence), savedAt: row.savedAt };
}
