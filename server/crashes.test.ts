import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { type Browser, PEOPLE } from '../contract/conformance/subject.ts';
import { connectEmbedded, connectPostgres } from './db/connect.ts';
import type { Db } from './db/schema.ts';
import { expectAll, expectNoTraces } from './testing/after-crashes.ts';
import { type WatchedProcess, WRITES, watchCalls } from './testing/crash-during.ts';
import { type Done, signInStubbornly, writeStubbornly } from './testing/stubborn-citizen.ts';
import { inTurn, type SuiteProcess, startSuiteProcess } from './testing/suite-processes.ts';
import { startThrowawayPostgres } from './testing/throwaway-postgres.ts';

/** How often each kind of write is cut off; `npm run test:all -- crashes` sets fifty. */
const CRASHES = Number(process.env.CRASHES ?? 1);
const LONGEST_MS = 120_000 + CRASHES * WRITES.length * 30_000;
const HANDS = [1, 2, 3];
/** Day limits that the citizens never reach before fifty crashes of each kind have come. */
const WITHOUT_END = { DAY_REQUESTS: '99999', DAY_MESSAGES: '99999', DAY_UPLOAD_MB: '99999' };

const postgres = await startThrowawayPostgres();

/**
 * Kills one process after the other, each time in the middle of the kind of write that has been cut off least often, until each kind has been cut off often
 * enough.
 */
async function crashOften(processes: readonly WatchedProcess[]): Promise<void> {
  const cut = new Map(WRITES.map((write) => [write as string, 0]));
  for (let crashes = 0; ; crashes += 1) {
    const rarest = WRITES.toSorted((a, b) => (cut.get(a) ?? 0) - (cut.get(b) ?? 0))[0] ?? WRITES[0];
    if ((cut.get(rarest) ?? 0) >= CRASHES) {
      console.info(`${crashes} crashes cut off ${JSON.stringify(Object.fromEntries(cut))}`);
      return;
    }
    const names = (await processes[crashes % processes.length]?.crashDuring(rarest)) ?? [];
    for (const name of names) cut.set(name, (cut.get(name) ?? 0) + 1);
  }
}

/** Two citizens write without pause, each in several loops at once, while processes crash. Returns what they were told is done. */
async function writeThroughCrashes(processes: readonly WatchedProcess[]): Promise<Map<Browser, Done[]>> {
  const server = inTurn(processes);
  const done = new Map<Browser, Done[]>();
  for (const niss of [PEOPLE.maria, PEOPLE.joao]) done.set(await signInStubbornly(server, niss), []);
  let isOver = false;
  const hands = [...done].flatMap(([citizen, mine]) =>
    HANDS.map(async () => {
      do mine.push(await writeStubbornly(citizen));
      while (!isOver);
    }),
  );
  const crashing = crashOften(processes).finally(() => {
    isOver = true;
  });
  await Promise.all([crashing, ...hands]);
  return done;
}

async function tryOut(processes: readonly SuiteProcess[], connect: () => Db): Promise<void> {
  const done = await writeThroughCrashes(processes.map(watchCalls));
  for (const [citizen, mine] of done) await expectAll(citizen, mine);
  for (const each of processes) await each.stop();
  const db = connect();
  await expectNoTraces(db, [...done.values()].flat());
  await db.destroy();
}

describe('What was in the middle of being written when the server was killed is neither lost nor done twice', () => {
  // When PostgreSQL is at hand, the quick run tests it alone: the embedded database has no second process that writes meanwhile.
  it.skipIf(postgres && !process.env.CRASHES)(
    `on the embedded database: ${CRASHES} cut off of each kind of write`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'eclic-crashes-'));
      await tryOut([await startSuiteProcess(folder, { env: WITHOUT_END })], () => connectEmbedded(folder));
      rmSync(folder, { recursive: true, force: true });
    },
    LONGEST_MS,
  );

  it.skipIf(!postgres)(
    `on PostgreSQL, with two processes: ${CRASHES} cut off of each kind of write`,
    async () => {
      const url = postgres?.url ?? '';
      const processes = await Promise.all([1, 2].map(() => startSuiteProcess(url, { env: WITHOUT_END })));
      await tryOut(processes, () => connectPostgres(url, 2));
      await postgres?.stop();
    },
    LONGEST_MS,
  );
});
