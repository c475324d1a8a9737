import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import type { Change, ChangePage, CitizenRequest, Message } from '../../contract/types.ts';
import type { Db, Tables } from '../db/schema.ts';
import type { Done } from './stubborn-citizen.ts';

/** Expects everything that was done to be there, whole and once, and every device to hear of it. */
export async function expectAll(citizen: Browser, done: readonly Done[]): Promise<void> {
  const changes = await readFeed(citizen);
  const told = changes.map(idOf).filter((id) => id !== null);
  const written = done.flatMap(({ withdrawnId, answeredId, replyId, deletedDraftId }) => [
    withdrawnId,
    answeredId,
    replyId,
    deletedDraftId,
  ]);
  expect(told.toSorted()).toEqual(written.toSorted());
  for (const one of done) await expectSeenThrough(citizen, changes, one);
}

async function expectSeenThrough(citizen: Browser, changes: readonly Change[], done: Done): Promise<void> {
  const { withdrawnId, answeredId, comment, readUpTo, files } = done;
  const withdrawn = await citizen.send<CitizenRequest>('GET', `/requests/${withdrawnId}`);
  expect(withdrawn.body.history.map(({ state }) => state)).toEqual(['registered', 'withdrawn']);
  const { body: request } = await citizen.send<CitizenRequest>('GET', `/requests/${answeredId}`);
  expect(request).toMatchObject({ state: 'answered', readUpTo, rating: { helpful: true, comment } });
  // The clerk acts with a new key each time. An act that was cut off in its commit may be done once more, but never by half: each answer is a step of the
  // request. Another question is none, since the request awaits the citizen already.
  const said = changes.flatMap((change) => purposeOfOffice(change, answeredId));
  const steps = request.history.map(({ state }) => state);
  const answers = steps.filter((state) => state === 'answered');
  expect(steps).toEqual(['registered', 'awaitingCitizen', 'inReview', ...answers]);
  expect(said.filter((purpose) => purpose === 'answer')).toHaveLength(answers.length);
  expect([said[0], said.at(-1)]).toEqual(['question', 'answer']);
  for (const { id, bytes } of files) {
    const file = await citizen.send<Uint8Array>('GET', `/requests/${answeredId}/attachments/${id}`);
    expect(Buffer.compare(file.body, bytes)).toBe(0);
  }
}

async function readFeed(citizen: Browser): Promise<Change[]> {
  const changes: Change[] = [];
  let cursor = '';
  for (let more = true; more; ) {
    const { body } = await citizen.send<ChangePage>('GET', `/changes?limit=7${cursor}`);
    changes.push(...body.changes);
    cursor = `&cursor=${body.cursor}`;
    more = body.more;
  }
  return changes;
}

/** Returns null for what the office has written. */
function idOf(change: Change): string | null {
  switch (change.type) {
    case 'request':
      return change.request.id;
    case 'message':
      return change.message.author === 'citizen' ? change.message.id : null;
    case 'draft':
      return change.draft.id;
    case 'draftDeleted':
      return change.draftId;
  }
}

function purposeOfOffice(change: Change, requestId: string): Message['purpose'][] {
  if (change.type !== 'message') return [];
  const { author, purpose, requestId: of } = change.message;
  return author === 'office' && of === requestId ? [purpose] : [];
}

/** Expects nothing twice and nothing left over, and counts that match what is there. */
export async function expectNoTraces(db: Db, all: readonly Done[]): Promise<void> {
  const count = async (table: keyof Tables) => (await db.selectFrom(table).selectAll().execute()).length;
  const references = await db.selectFrom('requests').select('reference').execute();
  expect(new Set(references.map(({ reference }) => reference)).size).toBe(all.length * 2);
  expect(await count('requestKeys')).toBe(all.length * 3);
  expect(await count('takenIds')).toBe((await count('requests')) + (await count('messages')));
  expect(await count('uploads')).toBe(all.length * 2);
  const drafts = await db.selectFrom('drafts').select('content').execute();
  expect(drafts).toEqual(all.map(() => ({ content: null })));
  const citizens = await db.selectFrom('citizens').select(['drafts', 'uploads', 'uploadBytes']).execute();
  for (const usage of citizens) expect(usage).toEqual({ drafts: 0, uploads: 0, uploadBytes: 0 });
  await expectWholeFiles(db);
}

/** Expects as many bytes as each file has, and none of a file that nobody knows. */
async function expectWholeFiles(db: Db): Promise<void> {
  const { rows } = await sql<{ fileId: string }>`
    select coalesce(u.id, p.file_id) as file_id
    from (select id, size from uploads
      union all select file_id, (attachment->>'size')::bigint from attachments where file_id like 'o\_%') u
    full join (select file_id, sum(length(bytes)) as size from pieces group by file_id) p on p.file_id = u.id
    where u.size is distinct from p.size`.execute(db);
  expect(rows).toEqual([]);
}
