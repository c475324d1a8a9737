import type { Selectable } from 'kysely';
import type { CitizenRequest } from '../../contract/types.ts';
import { foldWords, queryWords } from '../../shared/fold-text.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Db, Tables } from '../db/schema.ts';
import { judgeText, type TextIssue } from '../office/judge-text.ts';
import { hashOf } from '../requests/sent.ts';

export type SavedReply = Selectable<Tables['savedReplies']>;

const TITLE = { field: 'title', maxUnits: 120, missing: 'titleMissing', tooLong: 'titleTooLong' } as const;
const BODY = { field: 'body', maxUnits: 4000, missing: 'replyMissing', tooLong: 'replyTooLong' } as const;

export type ReplyIssue = TextIssue<
  'title' | 'body',
  'titleMissing' | 'titleTooLong' | 'replyMissing' | 'replyTooLong'
>;

export function judgeReply({ title, body }: Pick<SavedReply, 'title' | 'body'>): ReplyIssue[] {
  return [...judgeText(title, TITLE), ...judgeText(body, BODY)];
}

/** Returns everybody's replies and those of one clerk; `userName` null: everybody's alone. */
export function listReplies(db: Db, userName: string | null): Promise<SavedReply[]> {
  return db
    .selectFrom('savedReplies')
    .selectAll()
    .where((row) => row.or([row('owner', 'is', null), row('owner', '=', userName)]))
    .orderBy('title')
    .orderBy('id')
    .execute();
}

/** Returns the replies in which each sought word begins one of their words. */
export function findReplies(replies: readonly SavedReply[], sought: string): SavedReply[] {
  const words = queryWords(sought);
  return replies.filter(({ title, body }) => {
    const own = ` ${foldWords(`${title} ${body}`)}`;
    return words.every((word) => own.includes(` ${word}`));
  });
}

/** Sorts the replies about the request's topic and of its kind first, then those about anything; those about something else come last. */
export function fittingFirst(
  replies: readonly SavedReply[],
  request: Pick<CitizenRequest, 'topic' | 'kind'>,
): SavedReply[] {
  return replies.toSorted((one, other) => fitOf(request, one) - fitOf(request, other));
}

/**
 * Returns the reply that an answer begins with: a clerk's own before everybody's, then the one about the nearest topic. When two fit equally well it returns
 * neither, since nobody could tell why one was chosen.
 */
export function findBeginning(
  replies: readonly SavedReply[],
  request: Pick<CitizenRequest, 'topic' | 'kind'>,
): SavedReply | undefined {
  const possible = replies.filter((reply) => reply.beginsAnswer && fitOf(request, reply) < ELSEWHERE);
  const own = possible.filter(({ owner }) => owner !== null);
  const [first, second] = fittingFirst(own.length > 0 ? own : possible, request);
  return first && second && fitOf(request, first) === fitOf(request, second) ? undefined : first;
}

/** Returns the replies about the very subject of the request. */
export function findFitting(
  replies: readonly SavedReply[],
  request: Pick<CitizenRequest, 'topic' | 'kind'>,
): SavedReply[] {
  return replies.filter((reply) => fitOf(request, reply) === 0);
}

const ELSEWHERE = 3;

function fitOf({ topic, kind }: Pick<CitizenRequest, 'topic' | 'kind'>, reply: SavedReply): number {
  const topics = topic.status === 'unknown' ? [] : [topic.subject.id, topic.lifeEvent.id];
  const isElsewhere =
    (reply.topic !== null && !topics.includes(reply.topic)) || (reply.kind !== null && reply.kind !== kind);
  if (isElsewhere) return ELSEWHERE;
  return reply.topic === null ? 2 : topics.indexOf(reply.topic);
}

/** Only supervisors write the replies that are everybody's. */
export function mayWrite({ userName, isSupervisor }: Clerk, { owner }: Pick<SavedReply, 'owner'>): boolean {
  return owner === null ? isSupervisor : owner === userName;
}

export async function keepReply(db: Db, reply: SavedReply): Promise<void> {
  const { id: _id, ...fields } = reply;
  await db
    .insertInto('savedReplies')
    .values(reply)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute();
}

/** A mark of how a reply stands, by which a form knows whether it has changed since; empty: there is none. */
export function markOf(reply: SavedReply | undefined): string {
  return reply === undefined ? '' : hashOf(reply);
}

export function readReply(db: Db, id: string): Promise<SavedReply | undefined> {
  return db.selectFrom('savedReplies').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function removeReply(db: Db, id: string): Promise<void> {
  await db.deleteFrom('savedReplies').where('id', '=', id).execute();
}
