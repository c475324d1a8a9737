import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Subject, signIn, submitted } from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import { openAnew } from '../testing/open-anew.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';

const PAIRS = 400;
/** The first calls are slower, which says nothing about either kind of reference. */
const BEFORE = 40;
/** Medians of this many calls of the same kind lie this near each other, also on a machine that does something else. */
const NEAR = 1.15;
const HOUR_MS = 60 * 60_000;

const clocks = createTestClocks();
let context: Context;
let subject: Subject;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(context);
  subject = await openAnew(context, clocks);
}, START_MS);
afterAll(() => context.db.destroy());

async function timeOfGuess(reference: string): Promise<number> {
  const json = { reference, code: 'ABCDEFGHJK' };
  const browser = openBrowser(subject);
  const begun = performance.now();
  const { status } = await browser.send('POST', '/status', { json });
  expect(status).toBe(422);
  return performance.now() - begun;
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

test('a wrong código de consulta takes as long for a reference that is somebody’s as for one that is nobody’s', async () => {
  const maria = await signIn(subject);
  const id = await submitted(maria);
  const { body } = await maria.send<CitizenRequest>('GET', `/requests/${id}`);
  const references = { somebodys: body.reference, nobodys: 'EC-2026-9999999' };
  const took = { somebodys: [] as number[], nobodys: [] as number[] };
  for (let pair = 0; pair < PAIRS + BEFORE; pair += 1) {
    // Each kind goes first in turn, so that what else the machine does slows both alike.
    const order = pair % 2 === 0 ? (['somebodys', 'nobodys'] as const) : (['nobodys', 'somebodys'] as const);
    for (const whose of order) {
      const ms = await timeOfGuess(references[whose]);
      if (pair >= BEFORE) took[whose].push(ms);
    }
    // Otherwise so many guesses would be blocked.
    clocks.advance(HOUR_MS);
  }
  const told = Object.entries(took).map(([whose, ms]) => {
    const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(ms, share).toFixed(2));
    return `${whose}: ${middle} ms (${low}–${high})`;
  });
  const ratio = quantile(took.somebodys, 0.5) / quantile(took.nobodys, 0.5);
  console.log(`${told.join(', ')}, medians 1 : ${ratio.toFixed(3)}`);
  expect(ratio).toBeLessThan(NEAR);
  expect(ratio).toBeGreaterThan(1 / NEAR);
}, 300_000);
