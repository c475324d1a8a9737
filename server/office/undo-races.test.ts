import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { migrate } from '../db/migrate.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { findRequest } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { addService, putClerkInto, removeService } from '../services/services.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { actOnRequest } from './act.ts';
import { sendOfficeAct } from './send-office-act.ts';
import { startSending, takeBack } from './sending.ts';
import { listUnsent } from './unsent.ts';

const MINUTE_MS = 60_000;
const ROUNDS = timesInLevel(10, 200);
const WORDS = { body: 'A nota diz respeito ao mês de outubro.', otherOffice: '', service: '', note: '' };
/** Whoever leads reads what all have written. */
const ALL = { userName: 'lia', reach: null };

const context = createTestContext(await openTestDatabase(), createTestClocks());
const { db } = context;

beforeAll(async () => {
  await migrate(db);
  await addSimulatedPeople(context);
  const clerks = ['ana', 'rui'].map((userName) => ({ userName, name: userName, passwordHash: '' }));
  await db.insertInto('clerks').values(clerks).execute();
}, START_MS);
afterAll(() => db.destroy());

async function makeRequest() {
  const named = { citizenId: MARIA_ID, id: randomUUID() };
  const { request } = await submitRequest(
    { ...context, dayLimits: { ...context.dayLimits, dayRequestsMax: 9999 } },
    {
      ...named,
      revision: 1,
      content: submission(),
    },
  );
  return { named, reference: request.reference };
}

function sendBy(userName: string, { named, reference }: Awaited<ReturnType<typeof makeRequest>>) {
  const key = randomUUID();
  const act = {
    userName,
    reference,
    ofService: '',
    action: 'answer',
    words: WORDS,
    files: [],
    key,
    seenMoves: 1,
  } as const;
  return { key, sent: startSending(context, named, act) };
}

async function countAnswers({ id }: { id: string }): Promise<number> {
  return (await db.selectFrom('messages').select('id').where('requestId', '=', id).execute()).length;
}

it(`of ${ROUNDS} acts that are taken back at the moment in which they are sent each is one of the two, and nobody is told the other`, async () => {
  const ends = { sent: 0, back: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const made = await makeRequest();
    const { named } = made;
    const { key, sent } = sendBy('ana', made);
    expect(await sent).toBe('done');
    const payload = { citizenId: named.citizenId, requestId: named.id, key };
    const send = () => sendOfficeAct(context, payload);
    const undo = () => takeBack(db, named, { userName: 'ana', key });
    // Sending and taking back begin first in turn. The act is sent twice, like a job that was taken for lost.
    const [isBack] = await (round % 2 === 0
      ? Promise.all([undo(), send(), send()])
      : Promise.all([send(), send()])
          .then(async () => [await undo()])
          .catch(() => [false]));
    const kept = await listUnsent(db, named, ALL);
    expect([isBack, await countAnswers(named), kept.map(({ words }) => words)]).toEqual(
      isBack ? [true, 0, [WORDS]] : [false, 1, []],
    );
    ends[isBack ? 'back' : 'sent'] += 1;
  }
  expect(ends.sent).toBeGreaterThan(0);
});

it('of two clerks who send at once, or a program beside them, one does, and the other’s words are kept', async () => {
  for (let round = 0; round < ROUNDS / 2; round += 1) {
    const made = await makeRequest();
    const { named } = made;
    const [ana, rui] = [sendBy('ana', made), sendBy('rui', made)];
    const acted = await Promise.all([ana.sent, rui.sent]);
    expect(acted.toSorted()).toEqual(['changed', 'done']);
    const { key } = acted[0] === 'done' ? ana : rui;
    const byProgram = actOnRequest(context, named, {
      action: 'answer',
      body: WORDS.body,
      otherOffice: '',
      files: [],
      atMs: context.clocks.officeNow(),
      by: 'token arquivo',
      key: randomUUID(),
      seenMoves: 1,
    });
    const sent = sendOfficeAct(context, { citizenId: named.citizenId, requestId: named.id, key });
    const [program] = await Promise.all([byProgram, sent]);
    const kept = await listUnsent(db, named, ALL);
    expect([await countAnswers(named), kept.map(({ stopped }) => stopped)]).toEqual([
      1,
      program === 'done' ? ['changed'] : [],
    ]);
  }
});

it('what is due while the clock steps back is sent once the clock has come there again', async () => {
  await db.deleteFrom('jobs').execute();
  const made = await makeRequest();
  const { named } = made;
  let steps: number[] = [];
  const clocks = { ...context.clocks, now: () => steps.shift() ?? context.clocks.now() };
  const atDesk = { ...context, clocks, undoMs: MINUTE_MS };
  const sendsAt = context.clocks.now() + MINUTE_MS;
  const key = randomUUID();
  const act = { userName: 'ana', reference: made.reference, ofService: '', action: 'answer' } as const;
  await startSending(atDesk, named, { ...act, words: WORDS, files: [], key, seenMoves: 1 });
  // The job is taken at the right moment, and looks at the clock again when that has just been set.
  steps = [sendsAt, sendsAt - 1];
  await runDueJobs(atDesk, 'sendOfficeAct');
  expect(await countAnswers(named)).toBe(0);
  steps = [sendsAt, sendsAt];
  await runDueJobs(atDesk, 'sendOfficeAct');
  expect([await countAnswers(named), await listUnsent(db, named, ALL)]).toEqual([1, []]);
  const jobs = db.selectFrom('jobs').select('id').where('name', '=', 'sendOfficeAct');
  steps = [sendsAt];
  await runDueJobs(atDesk, 'sendOfficeAct');
  expect(await jobs.execute()).toEqual([]);
});

it('what is on its way to a service that is removed meanwhile goes nowhere, and its clerk is told', async () => {
  for (const id of ['geral', 'familia']) await addService(db, { id, name: id });
  await putClerkInto(db, 'geral', 'ana');
  const { named, reference } = await makeRequest();
  const words = { ...WORDS, otherOffice: 'Centro Distrital de Évora', service: 'familia' };
  const key = randomUUID();
  const act = {
    userName: 'ana',
    reference,
    ofService: '',
    action: 'forward',
    words,
    files: [],
    key,
    seenMoves: 1,
  } as const;
  expect(await startSending(context, named, act)).toBe('done');
  await removeService(db, 'familia', 'geral');
  await sendOfficeAct(context, { citizenId: named.citizenId, requestId: named.id, key });
  expect((await findRequest(db, named.citizenId, named.id)).request.state).toBe('registered');
  expect(await listUnsent(db, named, ALL)).toMatchObject([{ words, stopped: 'changed', sendsAt: null }]);
});
