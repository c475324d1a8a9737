import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { writePushMessage } from '../../domain/push/push-message.ts';
import { PUSH_WORDS } from '../../server/push/push-words.ts';
import { resolveBrowser } from '../browser.ts';
import { openRequestThatIs } from '../clerk.ts';
import { findTraces } from '../find-traces.ts';
import { poll } from '../poll.ts';
import {
  CODE,
  descriptionBox,
  heading,
  MARIA,
  PASSWORD,
  signIn,
  startRequest,
  writeDescription,
} from '../steps.ts';
import { watchWorkers } from '../workers.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

const WORD = 'otosclerosebilateral';

/** The parts of a profile in which a browser stores what its people do, without the files that it brings along. */
const PERSONAL_FILES =
  /\/(History|Web Data|Login Data|Sessions|IndexedDB|Local Storage|Session Storage|Cache|Code Cache|Service Worker|Favicons|Shortcuts|Top Sites|Network)/;

function open(profile: string, baseURL: string | undefined): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...resolveBrowser(),
    ...(baseURL && { baseURL }),
    locale: 'pt-PT',
    timezoneId: 'Europe/Lisbon',
  });
}

async function signInShared(page: Page): Promise<void> {
  await page.goto('/entrar');
  // The citizen sees the choice last and types key by key: a browser may remember what was typed.
  await page.getByLabel('NISS', { exact: true }).pressSequentially(MARIA);
  await page.getByLabel('Palavra-chave', { exact: true }).pressSequentially(PASSWORD);
  await page.getByLabel('Este dispositivo é partilhado').check();
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await page.getByRole('button', { name: 'Confirmar', exact: true }).click();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
}

test('a browser that was closed after *Apagar e sair* has neither the NISS nor a word in its files', async ({
  server,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'e-clic-profile-'));
  const context = await open(profile, server.origin);
  const page = context.pages()[0] ?? (await context.newPage());
  await signInShared(page);
  await waitForWorker(page);
  await page.getByRole('searchbox', { name: 'Procurar nos meus pedidos' }).fill(WORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nenhum pedido encontrado' })).toBeVisible();
  await startRequest(page);
  await writeDescription(page, `Tenho ${WORD}.`);
  await page.reload();
  await expect(descriptionBox(page)).toHaveValue(`Tenho ${WORD}.`);
  // The page is left for another document and comes back, so that the browser stores what it keeps of a form.
  await page.goto('/ajuda');
  await page.goBack();
  await expect(descriptionBox(page)).toHaveValue(`Tenho ${WORD}.`);
  expect(findTraces(profile, [WORD], /\/IndexedDB\//)).not.toEqual([]);

  await page.getByRole('button', { name: 'Terminar sessão' }).click();
  await page.getByRole('button', { name: 'Apagar e sair' }).click();
  await expect(page.getByText('O que estava neste dispositivo foi apagado.').first()).toBeVisible();
  await context.close();
  const atOnce = findTraces(profile, [WORD, MARIA], PERSONAL_FILES);

  const again = await open(profile, server.origin);
  await (again.pages()[0] ?? (await again.newPage())).goto('/entrar');
  await again.close();
  expect({ atOnce, later: findTraces(profile, [WORD, MARIA], PERSONAL_FILES) }).toEqual({
    atOnce: [],
    later: [],
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** The parts of a profile in which a browser stores notifications, push subscriptions and cookies. */
const NOTIFICATION_FILES = /\/(Platform Notifications|GCM Store|Service Worker|Network|Cookies)/;
const TITLE = 'Há novidades no e-Clic';

test('with a ticket that sends and news that were pushed one’s own browser keeps no word and no name beside them, and no ticket after *Apagar e sair*', async ({
  server,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'e-clic-profile-'));
  const context = await open(profile, server.origin);
  const tickets = async () => (await context.cookies()).filter(({ name }) => name.endsWith('eclic-ticket'));
  await context.grantPermissions(['notifications'], { origin: server.origin });
  const page = context.pages()[0] ?? (await context.newPage());
  await signIn(page);
  await waitForWorker(page);
  expect(await tickets()).not.toEqual([]);
  await openRequestThatIs(page, 'Em análise');
  const news = { language: 'pt-PT', navigate: page.url(), until: null } as const;
  const workers = await watchWorkers(context, server.origin);
  await startRequest(page);
  await writeDescription(page, `Tenho ${WORD}.`);
  await workers.push(JSON.stringify(writePushMessage(PUSH_WORDS['pt-PT'], news)));
  await poll(workers.notices).toEqual([TITLE]);
  await poll(() => findTraces(profile, [TITLE], NOTIFICATION_FILES)).not.toEqual([]);

  await page.getByRole('button', { name: 'Terminar sessão' }).click();
  await page.getByRole('button', { name: 'Apagar e sair' }).click();
  await expect(page.getByText('O que estava neste dispositivo foi apagado.').first()).toBeVisible();
  expect(await tickets()).toEqual([]);
  await context.close();
  expect(findTraces(profile, [WORD, MARIA, 'Maria Exemplo'], NOTIFICATION_FILES)).toEqual([]);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
