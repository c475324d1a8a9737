import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Browser, ORIGIN, PEOPLE } from '../mocks/contract/subject.ts';
import type { ChangePage, CitizenRequest } from '../src/contract/types.ts';
import { connectEmbedded, connectPostgres } from './db/connect.ts';
import type { Db } from './db/schema.ts';
import { type Done, signInStubbornly, writeStubbornly } from './testing/stubborn-citizen.ts';
import { inTurn, type SuiteProcess, startSuiteProcess } from './testing/suite-processes.ts';
import { startThrowawayPostgres } from './testing/throwaway-postgres.ts';

const CRASHES = Number(process.env.CRASHES ?? 2);
const LONGEST_MS = 60_000 + CRASHES * 20_000;
/** Somewhere in what the citizens do meanwhile. */
const CRASH_WITHIN_MS = 400;

const postgres = await startThrowawayPostgres();

/** Two citizens write without an end, each with two hands, while one process after the other is killed. Answers what they were told is done. */
async function writeThroughCrashes(processes: readonly SuiteProcess[]): Promise<Map<Browser, Done[]>> {
  const server = inTurn(processes);
  const done = new Map<Browser, Done[]>();
  for (const niss of [PEOPLE.maria, PEOPLE.joao]) done.set(await signInStubbornly(server, niss), []);
  let isOver = false;
  const hands = [...done].flatMap(([citizen, mine]) =>
    [1, 2].map(async () => {
      do mine.push(await writeStubbornly(citizen));
      while (!isOver);
    }),
  );
  for (let crash = 0; crash < CRASHES; crash += 1) {
    await wait(Math.random() * CRASH_WITHIN_MS);
    await processes[crash % processes.length]?.crash();
  }
  isOver = true;
  await Promise.all(hands);
  return done;
}

/** All of it is there, whole and once, and every device hears of it. */
async function expectAll(citizen: Browser, done: readonly Done[]): Promise<void> {
  const told: string[] = [];
  let cursor = '';
  for (let more = true; more; ) {
    const { body } = await citizen.send<ChangePage>('GET', `/changes?limit=7${cursor}`);
    for (const change of body.changes) told.push(change.type === 'request' ? change.request.id : change.type);
    cursor = `&cursor=${body.cursor}`;
    more = body.more;
  }
  expect(told.toSorted()).toEqual(done.map(({ requestId }) => requestId).toSorted());
  for (const { requestId, attachmentId, bytes } of done) {
    const { body } = await citizen.send<CitizenRequest>('GET', `/requests/${requestId}`);
    expect([body.state, body.history.length]).toEqual(['withdrawn', 2]);
    const file = await citizen.send<Uint8Array>('GET', `/requests/${requestId}/attachments/${attachmentId}`);
    expect(Buffer.compare(file.body, bytes)).toBe(0);
  }
}

/** Nothing twice, nothing left over, and what is counted is what is there. */
async function expectNoTraces(db: Db, all: readonly Done[]): Promise<void> {
  const references = await db.selectFrom('requests').select('reference').execute();
  expect(new Set(references.map(({ reference }) => reference)).size).toBe(all.length);
  const count = async (table: 'requestKeys' | 'takenIds' | 'uploads' | 'drafts') =>
    (await db.selectFrom(table).selectAll().execute()).length;
  expect(await count('requestKeys')).toBe(all.length);
  expect(await count('takenIds')).toBe(all.length);
  expect(await count('uploads')).toBe(all.length);
  expect(await count('drafts')).toBe(0);
  const citizens = await db.selectFrom('citizens').select(['drafts', 'uploads', 'uploadBytes']).execute();
  for (const usage of citizens) expect(usage).toEqual({ drafts: 0, uploads: 0, uploadBytes: 0 });
}

async function tryOut(processes: readonly SuiteProcess[], connect: () => Db): Promise<void> {
  const done = await writeThroughCrashes(processes);
  for (const [citizen, mine] of done) await expectAll(citizen, mine);
  for (const each of processes) await each.stop();
  const db = connect();
  await expectNoTraces(db, [...done.values()].flat());
  await db.destroy();
}

describe(`${CRASHES} crashes in the middle of whatever is written lose nothing and do nothing twice`, () => {
  it(
    'on the embedded database',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'eclic-crashes-'));
      await tryOut([await startSuiteProcess(folder, ORIGIN)], () => connectEmbedded(folder));
      rmSync(folder, { recursive: true, force: true });
    },
    LONGEST_MS,
  );

  it.skipIf(!postgres)(
    'on PostgreSQL, with two processes',
    async () => {
      const url = postgres?.url ?? '';
      const processes = await Promise.all([1, 2].map(() => startSuiteProcess(url, ORIGIN)));
      await tryOut(processes, () => connectPostgres(url, 2));
      await postgres?.stop();
    },
    LONGEST_MS,
  );
});
