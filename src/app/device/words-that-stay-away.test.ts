import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { beMaria } from '../../../testing/sign-in.ts';
import { hasOutcomes } from '../../db/outbox/outcomes.ts';
import { keepNewsWish } from '../../db/requests/news.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { makeCopy } from '../../features/copies/make-copy.ts';
import { startI18n } from '../../i18n.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { showSessionNotice } from '../session/session-notice.ts';
import { showNews, watchNews } from './notify-news.ts';
import { tellOutcomes } from './tell-outcomes.ts';

const clock = manualClock(NOON);
const TEXTS = {
  common: { ended: { notKept: 'O dispositivo está cheio.' }, nav: { requests: 'Os meus pedidos' } },
  push: { title: 'Há novidades' },
  sync: { arrived: { one: 'Pedido recebido.' } },
};
/** How often texts are asked for before i18next gives up. */
const TRIES = 6;
const LATER = '2026-11-25T13:00:00.000Z';
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

test('what became of the session is told though the texts of no page come', async () => {
  expect(await hasFailed(showSessionNotice('ended.notKept'))).toBe(false);
  expect(shownText()).toBe('O dispositivo está cheio.');
});

/** Opens a hidden page of a citizen who wants to be told of news, and to whom the office has answered. */
async function openHidden() {
  beMaria();
  const db = openMemoryDatabase();
  await keepNewsWish(db, true, NOON);
  const shown: string[] = [];
  class PageNotification {
    static permission = 'granted';
    constructor(title: string) {
      shown.push(title);
    }
    close() {}
  }
  vi.stubGlobal('Notification', PageNotification);
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' as DocumentVisibilityState });
  const stop = watchNews({
    current: { database: () => db, subscribe: () => () => undefined },
    clock: manualClock(NOON),
    page,
    locks: undefined,
    show: (requestIds) => showNews(requestIds, () => undefined),
  });
  onTestFinished(() => {
    stop();
    vi.unstubAllGlobals();
    useSession.setState(useSession.getInitialState(), true);
  });
  const answered = { state: 'answered', lastMessageAt: LATER, updatedAt: LATER } as const;
  await recordReceived(db, registeredRequest('5f0c7d8e-0000-4000-8000-000000000001', answered));
  return { page, shown, readTold: () => db.metadata.get('news') };
}

test('news whose words do not come is told in plain words, and is not taken before', async () => {
  const { shown, readTold } = await openHidden();
  await expect.poll(() => tries).toBe(1);
  expect(await readTold()).toMatchObject({ value: { toldUpTo: NOON.toISOString() } });
  await passUntil(() => shown.length > 0);
  expect(tries).toBeGreaterThanOrEqual(TRIES);
  expect(shown).toEqual(['Os meus pedidos']);
  expect(await readTold()).toMatchObject({ value: { toldUpTo: LATER } });
});

test('news that the citizen has come to see while its words were fetched is not told', async () => {
  const { page, shown, readTold } = await openHidden();
  await passUntil(() => tries > 0);
  page.visibilityState = 'visible';
  isAway = false;
  await passUntil(() => i18next.hasLoadedNamespace('push'));
  await expect.poll(readTold).toMatchObject({ value: { toldUpTo: LATER } });
  expect(shown).toEqual([]);
});

test('news is told in its own words once they have come', async () => {
  isAway = false;
  const { shown } = await openHidden();
  await passUntil(() => shown.length > 0);
  expect(shown).toEqual(['Há novidades']);
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
