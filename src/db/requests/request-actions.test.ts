import { beforeEach, describe, expect, it } from 'vitest';
import { listRequests, NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import type { OutboxRow } from '../core/schema.ts';
import { beginAttempt, beginCommit } from '../outbox/attempts.ts';
import { countWaiting, hasOutgoing, listWaiting } from '../outbox/outbox.ts';
import { countRatingDrafts, keepRatingDraft, readRatingDraft } from '../outbox/rating-draft.ts';
import { dismissRefusedAction, readRefusedActions, recordRefused } from '../outbox/refusals.ts';
import { recordAccepted } from './apply-changes.ts';
import { cancelWithdrawal, closeRating, markRead, rateAnswer, withdrawRequest } from './request-actions.ts';
import { readRequest, recordReceived } from './requests.ts';

const ID = crypto.randomUUID();
const ANSWERED_AT = '2026-11-25T13:00:00.000Z';
const GOOD = { helpful: true, comment: 'Percebi tudo.' };
const BAD = { helpful: false, comment: 'Afinal não.' };
let db: CitizenDatabase;

beforeEach(async () => {
  db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID, { lastMessageAt: ANSWERED_AT }));
});

async function onlyEntry(): Promise<OutboxRow> {
  const [entry] = await db.outbox.toArray();
  if (!entry) throw new Error('Nothing waits');
  return entry;
}

async function beginSending(): Promise<OutboxRow> {
  const entry = await onlyEntry();
  await beginAttempt(db, entry.commandId, NOON);
  await beginCommit(db, entry.commandId);
  return entry;
}

describe('what the citizen has read', () => {
  it('is read at once on this device, in the row and in the counts, and stands in its group from then on', async () => {
    expect([(await readRequest(db, ID))?.unread, await readCounter(db, 'toRead')]).toEqual([1, 1]);
    await markRead(db, ID, ANSWERED_AT, NOON);
    expect([(await readRequest(db, ID))?.unread, await readCounter(db, 'toRead')]).toEqual([0, 0]);
    const [row] = await listRequests(db, 'inProgress', 2);
    expect([row?.id, await readCounter(db, 'inProgress')]).toEqual([ID, 1]);
  });

  it('is told to the server once, by the newest mark, and nobody waits for it', async () => {
    await markRead(db, ID, '2026-11-25T12:30:00.000Z', NOON);
    await markRead(db, ID, ANSWERED_AT, NOON);
    await markRead(db, ID, '2026-11-25T12:45:00.000Z', NOON);
    expect((await onlyEntry()).command).toMatchObject({ type: 'markRead', readUpTo: ANSWERED_AT });
    expect([await countWaiting(db), await hasOutgoing(db)]).toEqual([0, true]);
    expect(await listWaiting(db, ID)).toEqual([]);
  });

  it('stays read when a newer row of a server that has not heard of it comes', async () => {
    await markRead(db, ID, ANSWERED_AT, NOON);
    const updatedAt = '2026-11-25T14:00:00.000Z';
    await recordReceived(db, registeredRequest(ID, { lastMessageAt: ANSWERED_AT, updatedAt }));
    expect(await readRequest(db, ID)).toMatchObject({ unread: 0, readUpTo: ANSWERED_AT, updatedAt });
    const news = { lastMessageAt: '2026-11-25T15:00:00.000Z', updatedAt: '2026-11-25T15:00:00.000Z' };
    await recordReceived(db, registeredRequest(ID, news));
    expect([(await readRequest(db, ID))?.unread, await readCounter(db, 'toRead')]).toEqual([1, 1]);
  });
});

describe('a withdrawal', () => {
  it('waits once, and can be taken back until it may be on its way', async () => {
    await withdrawRequest(db, ID, NOON);
    await withdrawRequest(db, ID, NOON);
    expect(await listWaiting(db, ID)).toMatchObject([{ command: { type: 'withdraw' } }]);
    expect(await cancelWithdrawal(db, ID, NOON)).toBe(true);
    expect(await cancelWithdrawal(db, ID, NOON)).toBe(false);
    await withdrawRequest(db, ID, NOON);
    await beginSending();
    expect(await cancelWithdrawal(db, ID, NOON)).toBe(false);
  });

  it('has nothing to wait for once the request is withdrawn, by whichever road that is heard', async () => {
    await withdrawRequest(db, ID, NOON);
    await recordReceived(db, registeredRequest(ID, { updatedAt: '2026-11-25T14:00:00.000Z' }));
    expect(await countWaiting(db)).toBe(1);
    await recordReceived(
      db,
      registeredRequest(ID, { state: 'withdrawn', updatedAt: '2026-11-25T15:00:00.000Z' }),
    );
    expect(await countWaiting(db)).toBe(0);
    await withdrawRequest(db, ID, NOON);
    expect(await countWaiting(db)).toBe(0);
  });

  it('that the server refused is explained until it is read, or asked again', async () => {
    await withdrawRequest(db, ID, NOON);
    const refusal = { type: 'state-forbids' as const, issues: [], at: NOON.toISOString() };
    await recordRefused(db, await onlyEntry(), refusal);
    expect(await readRefusedActions(db, ID)).toMatchObject([
      { command: 'withdraw', type: 'state-forbids', at: NOON.toISOString() },
    ]);
    expect(await readRefusedActions(db, crypto.randomUUID())).toEqual([]);
    await dismissRefusedAction(db, ID, 'withdraw');
    expect(await readRefusedActions(db, ID)).toEqual([]);
  });
});

describe('a rating', () => {
  it('is the last one given', async () => {
    await rateAnswer(db, ID, GOOD, NOON);
    await rateAnswer(db, ID, BAD, NOON);
    expect((await listWaiting(db, ID)).map(({ command }) => command)).toMatchObject([{ rating: BAD }]);
  });

  it('follows the one that may be on its way, which is settled by itself', async () => {
    await rateAnswer(db, ID, GOOD, NOON);
    const first = await beginSending();
    await rateAnswer(db, ID, BAD, NOON);
    expect(await listWaiting(db, ID)).toHaveLength(2);
    const request = registeredRequest(ID, { rating: GOOD, updatedAt: ANSWERED_AT });
    await recordAccepted(db, first, [{ type: 'request', request }]);
    expect((await onlyEntry()).command).toMatchObject({ rating: BAD });
  });

  it('that the server refused keeps its words', async () => {
    await rateAnswer(db, ID, BAD, NOON);
    const refusal = { type: 'state-forbids' as const, issues: [], at: NOON.toISOString() };
    await recordRefused(db, await onlyEntry(), refusal);
    expect(await readRefusedActions(db, ID)).toMatchObject([{ command: 'rate' }]);
    await dismissRefusedAction(db, ID, 'rate');
    expect(await readRatingDraft(db, ID)).toEqual(BAD);
    await rateAnswer(db, ID, GOOD, NOON);
    expect(await readRefusedActions(db, ID)).toEqual([]);
  });

  it('that the server refused takes the place of no newer one that is being written', async () => {
    const newer = { helpful: null, comment: 'Afinal' };
    await rateAnswer(db, ID, BAD, NOON);
    await keepRatingDraft(db, ID, newer);
    const refusal = { type: 'state-forbids' as const, issues: [], at: NOON.toISOString() };
    await recordRefused(db, await onlyEntry(), refusal);
    expect(await readRatingDraft(db, ID)).toEqual(newer);
  });

  it('that is being written counts once it has an answer or words', async () => {
    await keepRatingDraft(db, ID, { helpful: null, comment: ' \n' });
    expect(await countRatingDrafts(db)).toBe(0);
    await keepRatingDraft(db, ID, { helpful: null, comment: 'Foi' });
    expect(await countRatingDrafts(db)).toBe(1);
    await keepRatingDraft(db, ID, { helpful: false, comment: '' });
    expect(await countRatingDrafts(db)).toBe(1);
  });

  it('that has no words ends when it is closed; one that has stays', async () => {
    await keepRatingDraft(db, ID, { helpful: false, comment: ' \n' });
    await closeRating(db, ID);
    expect(await readRatingDraft(db, ID)).toBeNull();
    await keepRatingDraft(db, ID, BAD);
    await closeRating(db, ID);
    expect(await readRatingDraft(db, ID)).toEqual(BAD);
  });
});
