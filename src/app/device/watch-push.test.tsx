import { afterEach, expect, test, vi } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { endPretendPush, pretendPush } from '../../../testing/pretend-push.ts';
import { beMaria } from '../../../testing/sign-in.ts';
import { createApiClient } from '../../api/client.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { keepPushWish } from '../../db/requests/news.ts';
import { useSession } from '../../state/session.ts';
import { watchPush } from './watch-push.ts';

const OLD = 'https://fcm.googleapis.com/fcm/send/old';

afterEach(() => {
  endPretendPush();
  useSession.setState(useSession.getInitialState(), true);
});

async function begin({ wants = true, isHere = true } = {}) {
  const told: string[] = [];
  const api = createApiClient('https://e-clic.test', async (request) => {
    if (request.url.endsWith('/service')) {
      return Response.json({ name: 'e-Clic', ways: ['password'], pushKey: `B${'A'.repeat(86)}` });
    }
    const { endpoint, saysDate } = await request.json();
    told.push(`${endpoint} ${saysDate}`);
    return new Response(null, { status: 204 });
  });
  const db = openMemoryDatabase();
  if (wants) await keepPushWish(db, { saysDate: true }, new Date());
  const current = createCurrentDatabase();
  if (isHere) await current.change(db);
  const become = (next: CitizenDatabase | null) => current.change(next);
  return { told, become, stop: watchPush({ current, api }) };
}

/** Puts a notification about a request of whoever is here into the browser's tray. Returns the tags that are in it. */
async function fillTray(): Promise<string[]> {
  const tray = ['eclic-r1'];
  const shown = () => tray.map((tag) => ({ tag, close: () => tray.splice(0) }) as unknown as Notification);
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) throw new Error('There is no worker');
  vi.spyOn(registration, 'getNotifications').mockImplementation(async () => shown());
  return tray;
}

const signIn = () => useSession.setState({ isSignedIn: true });

test('at each start the server is told again how this browser is told, as it may have changed without a word', async () => {
  const browser = pretendPush({ endpoint: OLD });
  signIn();
  const { told, stop } = await begin();
  await expect.poll(() => told).toEqual([`${OLD} true`]);
  stop();
  browser.endpoint = null;
  const again = await begin();
  await expect.poll(() => again.told).toEqual(['https://fcm.googleapis.com/fcm/send/1 true']);
  again.stop();
});

test('after another sign-in too: the one before took its subscription along', async () => {
  pretendPush({ endpoint: OLD });
  const { told, stop } = await begin();
  signIn();
  await expect.poll(() => new Set(told)).toEqual(new Set([`${OLD} true`]));
  stop();
});

test('whoever does not want it is asked nothing, and nothing is told', async () => {
  const browser = pretendPush({ endpoint: OLD });
  signIn();
  const { told, become, stop } = await begin({ wants: false });
  await become(null);
  await expect.poll(() => browser.endpoint).toBeNull();
  expect([told, browser.asked]).toEqual([[], 0]);
  stop();
});

test('whoever has left is told no more in this browser, also where the server did not hear of it', async () => {
  const browser = pretendPush({ endpoint: OLD });
  signIn();
  const { told, become, stop } = await begin();
  await expect.poll(() => told).toHaveLength(1);
  await become(null);
  await expect.poll(() => browser.endpoint).toBeNull();
  stop();
});

test('on a shared device nobody is told, whatever was wished before: the subscription ends, and the server hears of none', async () => {
  const browser = pretendPush({ endpoint: OLD });
  beMaria({ shared: true });
  signIn();
  const { told, stop } = await begin();
  await expect.poll(() => browser.endpoint).toBeNull();
  expect(told).toEqual([]);
  stop();
});

test('where she says in another tab that the device is shared, the subscription of this one ends', async () => {
  const browser = pretendPush({ endpoint: OLD });
  beMaria();
  signIn();
  const { told, stop } = await begin();
  await expect.poll(() => told).toHaveLength(1);
  beMaria({ shared: true });
  await expect.poll(() => browser.endpoint).toBeNull();
  stop();
});

test('what a notification says of whoever has left stands before nobody else, whoever comes next', async () => {
  pretendPush({ endpoint: OLD });
  const tray = await fillTray();
  signIn();
  const { become, stop } = await begin();
  await become(openMemoryDatabase('c_joao'));
  await expect.poll(() => tray).toEqual([]);
  stop();
});

test('nor where the page closed just as they left: the next start closes it', async () => {
  pretendPush({ endpoint: OLD });
  const tray = await fillTray();
  const { become, stop } = await begin();
  stop();
  expect(tray).toEqual(['eclic-r1']);
  await become(null);
  const again = await begin({ isHere: false });
  await expect.poll(() => tray).toEqual([]);
  again.stop();
});

test('a start and a sign-in leave what waits to be read in the tray', async () => {
  pretendPush({ endpoint: OLD });
  const tray = await fillTray();
  const { told, stop } = await begin();
  signIn();
  await expect.poll(() => told).not.toEqual([]);
  expect(tray).toEqual(['eclic-r1']);
  stop();
});
