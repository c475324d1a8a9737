import type { Page } from '@playwright/test';
import { resolveBrowser } from '../browser.ts';
import { descriptionBox, heading, signIn, startRequest } from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

// Playwright turns the cache off.
test.use({ launchOptions: { ...resolveBrowser(), ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

/** A document that is none of the app's pages. */
const ELSEWHERE = '/favicon.svg';

/** The test leaves at moments up to this long after the last key. A save begins after 240 ms, and takes a little longer. */
const LEAVING_WITHIN_MS = 400;
/** `npm run test:all -- leave` leaves fifty times. */
const LEAVES = Number(process.env.LEAVES ?? 4);
const MS_PER_LEAVE = 6_000;

/**
 * Keeps a diary in `localStorage`, which outlives the page: how the page was left and came back, and whether it opened a database after it was put into the
 * cache.
 */
async function keepDiary(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let isPutAway = false;
    const note = (line: string) => {
      if (!location.pathname.startsWith('/rascunhos/')) return;
      localStorage.setItem('diary', `${localStorage.getItem('diary') ?? ''}${line}\n`);
    };
    const onHide = ({ persisted }: PageTransitionEvent) => {
      isPutAway ||= persisted;
      if (persisted) note('put into the cache');
    };
    const onShow = ({ persisted }: PageTransitionEvent) =>
      note(persisted ? 'taken from the cache' : 'loaded');
    addEventListener('pagehide', onHide, { capture: true });
    addEventListener('pageshow', onShow, { capture: true });
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      if (isPutAway) note('opened a database');
      return open.apply(this, given);
    };
  });
}

async function readDiary(page: Page): Promise<string[]> {
  const diary = await page.evaluate(() => localStorage.getItem('diary') ?? '');
  return diary.trim().split('\n');
}

async function openDraft(page: Page): Promise<string> {
  await keepDiary(page);
  await signIn(page);
  // A worker that takes a page over puts it out of the browser's memory.
  await waitForWorker(page);
  await startRequest(page);
  await descriptionBox(page).pressSequentially('Fiquei sem resposta');
  await expect(page.getByText(/^Guardado/).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Types, and resolves this long after the last key, by the page's own clock. */
async function typeOn(page: Page, keys: string, afterMs: number): Promise<void> {
  await descriptionBox(page).press('Control+End');
  await page.keyboard.type(keys.slice(0, -1));
  const lastKey = await page.evaluateHandle(
    (ms) => ({
      passed: new Promise<void>((resolve) => {
        addEventListener('input', () => setTimeout(resolve, ms), { once: true });
      }),
    }),
    afterMs,
  );
  await page.keyboard.type(keys.slice(-1));
  await lastKey.evaluate(({ passed }) => passed);
}

/** Returns the description of the open draft from the citizen's database. */
function readDisk(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = await indexedDB.databases();
    const name = names.find((one) => one.name?.startsWith('eclic-citizen-'))?.name ?? '';
    const db = await answer(indexedDB.open(name));
    const draftId = location.pathname.split('/')[2] ?? '';
    const row = await answer(db.transaction('drafts').objectStore('drafts').get(draftId));
    db.close();
    return row?.description;
  });
}

/** Expects everything that was typed in the field, the word **Guardado** on the page, and the same text on disk. */
async function expectWhole(page: Page, text: string): Promise<void> {
  await expect(descriptionBox(page)).toHaveValue(text);
  await expect(page.getByText(/^Guardado/).first()).toBeVisible();
  expect(await readDisk(page)).toBe(text);
}

test(`typing, leaving at ${LEAVES} moments and coming back loses nothing and says nothing untrue`, async ({
  page,
  server,
}) => {
  test.setTimeout(60_000 + LEAVES * MS_PER_LEAVE);
  const address = await openDraft(page);
  const anotherSite = new URL(ELSEWHERE, server.origin.replace('localhost', '127.0.0.1')).href;
  let text = 'Fiquei sem resposta';
  for (let round = 0; round < LEAVES; round += 1) {
    const afterMs = Math.round((round * LEAVING_WITHIN_MS) / Math.max(LEAVES - 1, 1));
    await test.step(`${afterMs} ms after a key`, async () => {
      text += ` ${round} por endereço`;
      await typeOn(page, ` ${round} por endereço`, afterMs);
      await page.goto(anotherSite);
      await page.goto(address);
      await expectWhole(page, text);

      text += ' e de volta';
      await typeOn(page, ' e de volta', afterMs);
      await page.evaluate((to) => location.assign(to), ELSEWHERE);
      await page.waitForURL(`**${ELSEWHERE}`);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => localStorage.getItem('diary')?.endsWith('loaded\n'));
      await expectWhole(page, text);
    });
  }
  const diary = await readDiary(page);
  const count = (line: string) => diary.filter((other) => other === line).length;
  expect(count('put into the cache')).toBe(2 * LEAVES);
  expect(count('taken from the cache')).toBe(LEAVES);
  expect(count('loaded'), 'by its address, and once after each Back').toBe(2 * LEAVES);
  expect(count('opened a database')).toBe(0);
});

test('a tab whose database is held for ever by another page says that it waits, and goes on once it may', async ({
  page,
  context,
}) => {
  await signIn(page);
  await page.goto(ELSEWHERE);
  await page.evaluate(async () => {
    const opening = indexedDB.open('eclic-device');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction('device', 'readwrite').objectStore('device');
    const hold = () => {
      if (document.title !== 'let go') store.get('device').onsuccess = hold;
    };
    hold();
  });
  const other = await context.newPage();
  await other.goto('/pedidos');
  await expect(heading(other, 'O e-Clic está à espera')).toBeVisible();
  await page.evaluate(() => {
    document.title = 'let go';
  });
  await expect(heading(other, 'Os meus pedidos')).toBeVisible();
});
