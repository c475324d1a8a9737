import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Change, CitizenRequest, Message } from '../../contract/types.ts';
import { ALL_TAG } from '../../ops/test/level.ts';
import { openRequestThatIs } from '../clerk.ts';
import { poll } from '../poll.ts';
import { expectKept } from '../read-everything-kept.ts';
import { chooseFiles, heading, PICTURE, pdf, signIn } from '../steps.ts';
import { crash, expect, test, waitForWorker } from './fixtures.ts';

const WORDS = 'Junto os comprovativos dos dois pagamentos de agosto.';

function answerBox(page: Page) {
  return page.getByRole('textbox', { name: 'A sua resposta', exact: true });
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Returns everything that the account holds, read from the server itself. */
async function readAccount(page: Page): Promise<Change[]> {
  const answer = await page.context().request.get('/api/v1/changes?limit=500');
  return ((await answer.json()) as { changes: Change[] }).changes;
}

async function readRequest(page: Page, reference: string): Promise<CitizenRequest | undefined> {
  const requests = (await readAccount(page)).flatMap((change) =>
    change.type === 'request' ? change.request : [],
  );
  return requests.find((request) => request.reference === reference);
}

async function readOwnMessages(page: Page, reference: string): Promise<Message[]> {
  const request = await readRequest(page, reference);
  return (await readAccount(page))
    .flatMap((change) => (change.type === 'message' ? change.message : []))
    .filter(({ author, requestId }) => author === 'citizen' && requestId === request?.id);
}

/**
 * The server does what it is asked, but its first answer never arrives, nor does any change until the app asks again. The returned function tells how often the
 * app asked.
 */
async function loseFirstAnswer(page: Page, path: string): Promise<() => number> {
  let calls = 0;
  // A route of the context catches the worker's calls too.
  const context = page.context();
  await context.route(path, async (route) => {
    calls += 1;
    const isLost = calls === 1;
    const response = await route.fetch();
    if (isLost) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });
  await context.route('**/api/v1/changes*', (route) =>
    calls === 1 ? route.abort('connectionreset') : route.continue(),
  );
  return () => calls;
}

test('a reply with two files written without a connection goes out by itself, once, though its answer is lost', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  const files = [pdf(), PICTURE];
  await signIn(page);
  await waitForWorker(page);
  const reference = await openRequestThatIs(page, 'Aguarda a sua resposta');
  await context.setOffline(true);
  await press(page, 'Responder');
  await answerBox(page).fill(WORDS);
  await chooseFiles(page, files);
  await press(page, 'Enviar resposta');
  const article = page.getByRole('article', { name: 'A sua resposta' });
  await expect(article).toContainText('Por enviar');

  const calls = await loseFirstAnswer(page, '**/messages/*');
  await context.setOffline(false);
  await expect(article).toContainText('Escrito por si', { timeout: 30_000 });
  expect(calls()).toBe(2);
  const [message, ...others] = await readOwnMessages(page, reference);
  expect(others).toEqual([]);
  expect(message?.body).toBe(WORDS);
  expect(message?.attachments.map(({ sha256 }) => sha256)).toEqual(
    files.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex')),
  );
});

test('a withdrawal whose answer is lost is repeated, and withdraws once', { tag: ALL_TAG }, async ({
  page,
}) => {
  await signIn(page);
  const reference = await openRequestThatIs(page, 'Registado');
  const calls = await loseFirstAnswer(page, '**/withdrawal');
  await press(page, 'Anular pedido');
  await press(page, 'Sim, anular');
  // The page says it twice: to the eye, and in a screen reader's region.
  await expect(page.getByText(/Anulou este pedido/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('A anulação deste pedido está por enviar')).toHaveCount(0);
  expect(calls()).toBe(2);
  const request = await readRequest(page, reference);
  expect(request?.history.map(({ state }) => state)).toEqual(['registered', 'withdrawn']);
});

test('a reply outlives a killed tab, a second tab and the end of its session, and then goes out', async ({
  page,
  context,
  server,
}) => {
  await signIn(page);
  // The test reads all caches: one into which the killed tab was still writing would not answer.
  await waitForWorker(page);
  const reference = await openRequestThatIs(page, 'Aguarda a sua resposta');
  const { pathname } = new URL(page.url());
  await press(page, 'Responder');
  await answerBox(page).pressSequentially(WORDS);
  await expectKept(page, WORDS);
  await crash(page);

  const one = await context.newPage();
  await one.goto(pathname);
  await expect(answerBox(one)).toHaveValue(WORDS);
  const other = await context.newPage();
  await other.goto(pathname);
  await answerBox(other).fill('O texto do outro separador.');
  // The line says *Guardado* from the opening on, so only the disk tells that these words are on it.
  await expectKept(one, 'O texto do outro separador.');
  await answerBox(one).fill(`${WORDS} E mais um.`);
  await expect(one.getByText('Esta mensagem foi alterada noutro separador').first()).toBeVisible();
  await expect(one.getByRole('region', { name: 'Resposta por acabar' })).toContainText(
    'O texto do outro separador.',
  );
  await other.close();

  await server.post('faults', { signOutAll: true });
  await press(one, 'Enviar resposta');
  await expect(one.getByText(/A sua sessão terminou/).first()).toBeVisible({ timeout: 30_000 });
  await expect(one.getByRole('article', { name: 'A sua resposta' })).toContainText(`${WORDS} E mais um.`);
  await signIn(one);
  await poll(async () => (await readOwnMessages(one, reference)).map(({ body }) => body), {
    timeout: 30_000,
  }).toEqual([`${WORDS} E mais um.`]);
  await one.goto(pathname);
  await expect(heading(one, `Pedido ${reference}`)).toBeVisible();
  await expect(one.getByText('O texto do outro separador.').first()).toBeVisible();
});
