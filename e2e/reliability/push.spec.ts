import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { writePushMessage } from '../../domain/push/push-message.ts';
import { PUSH_WORDS } from '../../server/push/push-words.ts';
import { openRequestThatIs } from '../clerk.ts';
import { poll } from '../poll.ts';
import { descriptionBox, heading, passSignIn, signIn, startRequest, writeDescription } from '../steps.ts';
import { type Workers, watchWorkers } from '../workers.ts';
import { expect, test, waitForWorker } from './fixtures.ts';
import type { OwnServer } from './own-server.ts';

const NEWS = { title: 'Há novidades no e-Clic', body: '', lang: 'pt-PT' };
const WORDS = 'Escrito enquanto chegava a resposta.';

/** Returns the message as the server writes it to a device whose citizen reads Portuguese and has not asked for the day. */
const messageOf = (navigate: string) =>
  JSON.stringify(writePushMessage(PUSH_WORDS['pt-PT'], { language: 'pt-PT', navigate, until: null }));

/** Signs Maria in on a device that may show notifications. */
async function signInToBeNotified(
  page: Page,
  context: BrowserContext,
  { origin }: OwnServer,
): Promise<Workers> {
  await context.grantPermissions(['notifications'], { origin });
  await signIn(page);
  await waitForWorker(page);
  return watchWorkers(context, origin);
}

/** Opens a request of Maria's, and has the office answer it. */
async function haveAnswered(page: Page, server: OwnServer): Promise<{ url: string; requestId: string }> {
  await openRequestThatIs(page, 'Em análise');
  const url = page.url();
  const requestId = url.split('/').at(-1) ?? '';
  await server.post('office', { requestId, action: 'answer' });
  return { url, requestId };
}

/** Delivers a message, and waits for its notification. `requestId` is the request that it is about; null means several. */
async function bring(workers: Workers, message: string, requestId: string | null): Promise<void> {
  await workers.push(message);
  await poll(workers.shown).toEqual([{ ...NEWS, data: { requestId } }]);
}

/** Presses the notification while every page is closed, and opens the page that the worker asks for. */
async function pressInNewPage(workers: Workers, context: BrowserContext): Promise<Page> {
  const address = await workers.press();
  expect(address).not.toBeNull();
  const page = await context.newPage();
  await page.goto(address ?? '');
  return page;
}

test('the notification of an answer says that there is news and no other word; a press opens the very request in the open page, in a new one and after a new sign-in', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000);
  const workers = await signInToBeNotified(page, context, server);
  const { url, requestId } = await haveAnswered(page, server);
  const answered = page.getByText('Respondido', { exact: true }).first();
  await startRequest(page);
  await writeDescription(page, WORDS);
  const startedAt = await page.evaluate(() => performance.timeOrigin);
  const draft = page.url();
  await bring(workers, messageOf(url), requestId);
  expect(await workers.press()).toBeNull();
  await expect(page).toHaveURL(url);
  await expect(answered).toBeVisible();
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(startedAt);
  await poll(workers.shown).toEqual([]);
  await page.goto(draft);
  await expect(descriptionBox(page)).toHaveValue(WORDS);

  await page.close();
  await bring(workers, messageOf(url), requestId);
  const second = await pressInNewPage(workers, context);
  await expect(second).toHaveURL(url);
  await expect(heading(second, /^Pedido\s+EC-/)).toBeVisible();

  await second.close();
  await server.post('faults', { signOutAll: true });
  await bring(workers, messageOf(url), requestId);
  const third = await pressInNewPage(workers, context);
  await expect(third.getByText(/A sua sessão terminou/).first()).toBeVisible();
  await third.getByRole('link', { name: 'Iniciar sessão', exact: true }).first().click();
  await passSignIn(third);
  await expect(third).toHaveURL(url);
  await expect(heading(third, /^Pedido\s+EC-/)).toBeVisible();
});

test('news of several requests becomes one notification, which opens the list', async ({
  page,
  context,
  server,
}) => {
  const workers = await signInToBeNotified(page, context, server);
  const { url, requestId } = await haveAnswered(page, server);
  await bring(workers, messageOf(url), requestId);
  await bring(workers, messageOf(url.replace(requestId, randomUUID())), null);
  expect(await workers.press()).toBeNull();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
});

test('a push that nobody can read is shown too, and leads nowhere but to the list', async ({
  page,
  context,
  server,
}) => {
  const workers = await signInToBeNotified(page, context, server);
  await page.close();
  const notifications = [
    { title: 5 },
    { title: 'Há novidades no e-Clic', navigate: 'https://mau.example/pedidos/', body: { toString: 0 } },
    { title: '<img src=x onerror=alert(1)>', navigate: { toString: 0 }, actions: 'x', lang: null },
  ];
  const messages = ['', '\u0000', 'null', '[]', '{"web_push":8030}', '"'.repeat(4000)].concat(
    notifications.map((notification) => JSON.stringify({ web_push: 8030, notification })),
  );
  for (const message of messages) {
    await workers.push(message);
    await poll(workers.shown, { message: message.slice(0, 80) }).toHaveLength(1);
    expect(await workers.press()).toBe('/pedidos');
    await poll(workers.shown).toEqual([]);
  }
});
