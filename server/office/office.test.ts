import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type Browser,
  PEOPLE,
  pdf,
  type Subject,
  sendReply,
  signIn,
  submit,
} from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { actOnRequest, type OfficeAct } from './act.ts';
import { judgeAct } from './judge-act.ts';
import { inspectOfficeFile } from './office-files.ts';
import { findByReference, type OfficeRequest } from './read-request.ts';
import { queryWaiting, type WaitingPlace } from './waiting.ts';

const clocks = createTestClocks();
let context: Context;
let maria: Browser;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(context);
}, START_MS);
beforeEach(async () => {
  clocks.restart();
  await restoreWorld(context.db);
  maria = await signIn(subject());
});
afterAll(() => context.db.destroy());

const subject = (): Subject => ({
  server: createApp(context),
  advance: clocks.advance,
  stop: async () => {},
});

async function makeRequest(): Promise<OfficeRequest> {
  const { body } = await submit<CitizenRequest>(maria, randomUUID());
  return read(body.reference);
}

async function read(reference: string): Promise<OfficeRequest> {
  const found = await findByReference(context.db, null, reference);
  if (!found) throw new Error(`${reference} is not there`);
  return found;
}

const act = (fields: Partial<OfficeAct> = {}): OfficeAct => ({
  action: 'answer',
  body: 'A nota diz respeito ao mês de outubro.',
  files: [],
  atMs: clocks.officeNow(),
  by: 'ana',
  key: randomUUID(),
  seenMoves: null,
  ...fields,
});

function decide({ citizenId, request }: OfficeRequest, fields?: Partial<OfficeAct>) {
  return actOnRequest(context, { citizenId, id: request.id }, act(fields));
}

it('what waits is read page by page, the oldest due date first, of all citizens and each once', async () => {
  const whole = await queryWaiting(context.db, { reach: null, after: null, limit: 500 }).execute();
  const places = whole.map(({ request: { dueOn, reference } }) => `${dueOn} ${reference}`);
  expect(places).toEqual(places.toSorted());
  expect(new Set(whole.map(({ citizenName }) => citizenName)).size).toBeGreaterThan(1);
  expect(new Set(whole.map(({ request }) => request.state))).toEqual(
    new Set(['registered', 'inReview', 'forwarded']),
  );
  const paged: string[] = [];
  let after: WaitingPlace | null = null;
  do {
    const page = await queryWaiting(context.db, { reach: null, after, limit: 2 }).execute();
    paged.push(...page.map(({ request: { dueOn, reference } }) => `${dueOn} ${reference}`));
    after = page.at(-1)?.request ?? null;
  } while (after);
  expect(paged).toEqual(places);
});

it('the list is read from its own index and never sorted, however many requests are over', async () => {
  const after = { dueOn: '2026-12-01', reference: 'EC-2026-0000001' };
  // Otherwise the database would read so small a table whole.
  await sql`set enable_seqscan = off`.execute(context.db);
  await sql`set enable_bitmapscan = off`.execute(context.db);
  const plan = JSON.stringify(await queryWaiting(context.db, { reach: null, after, limit: 50 }).explain());
  await sql`reset all`.execute(context.db);
  expect(plan).toMatch(/Index Scan using requests_(waiting|office_turn).*Index Cond: \(ROW\(/);
  expect(plan).not.toContain('Sort');
});

it('an answer with a file reaches the citizen, who downloads the same bytes', async () => {
  const made = await makeRequest();
  const bytes = pdf('Resposta');
  const file = await inspectOfficeFile('Resposta.pdf', bytes);
  expect(await decide(made, { files: [file] })).toBe('done');
  const { request, messages } = await read(made.request.reference);
  expect([request.state, messages.map(({ body }) => body)]).toEqual([
    'answered',
    ['A nota diz respeito ao mês de outubro.'],
  ]);
  const [attachment] = messages[0]?.attachments ?? [];
  const path = `/requests/${request.id}/attachments/${attachment?.id}`;
  const download = await maria.send<Uint8Array>('GET', path);
  expect(Buffer.compare(download.body, bytes)).toBe(0);
  const joao = await signIn(subject(), PEOPLE.joao);
  expect((await joao.send('GET', path)).status).toBe(404);
});

it('the same form posted twice at once answers once; with other words it is told apart', async () => {
  const made = await makeRequest();
  const once = act({ seenMoves: made.moves });
  const named = { citizenId: made.citizenId, id: made.request.id };
  expect(await Promise.all([1, 2].map(() => actOnRequest(context, named, once)))).toEqual(['done', 'done']);
  expect((await read(made.request.reference)).messages).toHaveLength(1);
  expect(await actOnRequest(context, named, { ...once, body: 'Outras palavras de resposta.' })).toBe(
    'changed',
  );
});

it('of two who decide on the same request the second is told, and so is who had not read what the citizen added', async () => {
  const made = await makeRequest();
  expect(await decide(made, { action: 'review', seenMoves: made.moves })).toBe('done');
  expect(await decide(made, { seenMoves: made.moves })).toBe('changed');
  const reviewed = await read(made.request.reference);
  const addition = { purpose: 'addition', body: 'Junto mais uma informação.' } as const;
  await sendReply(maria, made.request.id, addition);
  expect(await decide(made, { seenMoves: reviewed.moves })).toBe('changed');
  const { moves } = await read(made.request.reference);
  expect(await decide(made, { seenMoves: moves })).toBe('done');
});

it('what the citizen has only read or rated stands in nobody’s way', async () => {
  const made = await makeRequest();
  await decide(made);
  const { moves } = await read(made.request.reference);
  const readUpTo = new Date(clocks.officeNow()).toISOString();
  await maria.send('PUT', `/requests/${made.request.id}/read-mark`, { json: { readUpTo } });
  expect(await decide(made, { action: 'close', seenMoves: moves })).toBe('done');
});

it('a request that is over, or that nobody has answered, is not closed', async () => {
  const made = await makeRequest();
  expect(await decide(made, { action: 'close' })).toBe('state-forbids');
  await maria.send('PUT', `/requests/${made.request.id}/withdrawal`);
  expect(await decide(made)).toBe('state-forbids');
});

it('a long file of the office is looked into piece by piece: whoever waits is let in between two', async () => {
  let turns = 0;
  let isSeen = false;
  const others = (async () => {
    for (; !isSeen; turns += 1) await nextTurn();
  })();
  const bytes = Buffer.concat([pdf('Resposta'), Buffer.alloc(10 * 1024 * 1024)]);
  const file = await inspectOfficeFile('Resposta.pdf', bytes);
  isSeen = true;
  await others;
  expect(file).toMatchObject({ type: 'application/pdf', passwordProtected: false, size: bytes.length });
  expect(turns).toBeGreaterThanOrEqual(10);
});

it('an answer without words, or with a program in it, is refused before it is sent', async () => {
  const program = await inspectOfficeFile('resposta.pdf', new TextEncoder().encode('MZ program'));
  expect(judgeAct(act({ body: ' ', files: [program] }), context.limits)).toEqual([
    { field: 'body', code: 'descriptionMissing' },
    { field: 'attachments', code: 'attachmentTypeNotAccepted', params: { name: 'resposta.pdf' } },
  ]);
  expect(judgeAct(act({ action: 'forward' }), context.limits)).toEqual([
    { field: 'otherOffice', code: 'otherOfficeMissing' },
  ]);
});
