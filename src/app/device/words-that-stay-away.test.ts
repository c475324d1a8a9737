import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { hasOutcomes } from '../../db/outbox/outcomes.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { makeCopy } from '../../features/copies/make-copy.ts';
import { startI18n } from '../../i18n.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { showSessionNotice } from '../session/session-notice.ts';
import { tellOutcomes } from './tell-outcomes.ts';

const clock = manualClock(NOON);
const TEXTS = {
  common: {},
  thread: { notKept: 'O dispositivo está cheio.' },
  sync: { arrived: { one: 'Pedido recebido.' } },
};
/** How often texts are asked for before i18next gives up. */
const TRIES = 6;
let isAway = true;
let tries = 0;

beforeAll(() =>
  startI18n(async (_language, namespace) => {
    tries += 1;
    if (isAway && namespace !== 'common') throw new TypeError('Failed to fetch');
    return TEXTS[namespace as keyof typeof TEXTS];
  }, clock),
);
beforeEach(() => {
  isAway = true;
  tries = 0;
});
afterEach(dismissNotice);

const shownText = () => useNotices.getState().notice?.text;

/** Lets time pass until it has happened: the texts are asked for again and again. */
async function passUntil(hasHappened: () => boolean): Promise<void> {
  await expect
    .poll(() => {
      clock.pass(60_000);
      return hasHappened();
    })
    .toBe(true);
}

/** Lets time pass until it has ended. Resolves to whether it has failed. */
async function hasFailed(work: Promise<unknown>): Promise<boolean> {
  let failed: boolean | null = null;
  work.then(
    () => {
      failed = false;
    },
    () => {
      failed = true;
    },
  );
  await passUntil(() => failed !== null);
  return failed === true;
}

test('a notice without its words is not shown, and none of its keys', async () => {
  expect(await hasFailed(showSessionNotice('thread:notKept'))).toBe(false);
  expect(shownText()).toBeUndefined();
  isAway = false;
  await showSessionNotice('thread:notKept');
  expect(shownText()).toBe('O dispositivo está cheio.');
});

test('a request that arrives while its words stay away is told when the citizen looks again', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  const current = { database: () => db, subscribe: () => () => undefined };
  const stop = tellOutcomes({ current, page, isShown: () => false });
  await recordReceived(db, registeredRequest(id));
  await passUntil(() => tries >= TRIES);
  expect(await hasOutcomes(db)).toBe(true);
  expect(shownText()).toBeUndefined();
  isAway = false;
  page.dispatchEvent(new Event('visibilitychange'));
  await passUntil(() => shownText() === 'Pedido recebido.');
  expect(await hasOutcomes(db)).toBe(false);
  stop();
});

test('a request that arrives is not taken as told where the citizen has left before its words came', async () => {
  isAway = false;
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  let asked = 0;
  const database = () => {
    asked += 1;
    return asked === 1 ? db : null;
  };
  const current = { database, subscribe: () => () => undefined };
  const stop = tellOutcomes({ current, page, isShown: () => false });
  await passUntil(() => asked === 2);
  expect(await hasOutcomes(db)).toBe(true);
  stop();
});

test('a copy is made all the same: it may be all that is left', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  expect(await hasFailed(makeCopy(db, { scope: 'everything', now: NOON }))).toBe(false);
});
