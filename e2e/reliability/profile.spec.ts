import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { resolveBrowser } from '../browser.ts';
import { findTraces } from '../find-traces.ts';
import { CODE, descriptionBox, heading, MARIA, PASSWORD, startRequest, writeDescription } from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

const WORD = 'otosclerosebilateral';

/** What a browser keeps its people's doings in; what it brings along itself is left out. */
const LOOKED_INTO =
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
  // In the order of a citizen who sees the choice last, key by key: a browser remembers what was typed.
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
  // Left for another document and come back to: what a browser then keeps of a form.
  await page.goto('/ajuda');
  await page.goBack();
  await expect(descriptionBox(page)).toHaveValue(`Tenho ${WORD}.`);
  expect(findTraces(profile, [WORD], /\/IndexedDB\//)).not.toEqual([]);

  await page.getByRole('button', { name: 'Terminar sessão' }).click();
  await page.getByRole('button', { name: 'Apagar e sair' }).click();
  await expect(page.getByText('O que estava neste dispositivo foi apagado.').first()).toBeVisible();
  await context.close();
  const atOnce = findTraces(profile, [WORD, MARIA], LOOKED_INTO);

  const again = await open(profile, server.origin);
  await (again.pages()[0] ?? (await again.newPage())).goto('/entrar');
  await again.close();
  expect({ atOnce, later: findTraces(profile, [WORD, MARIA], LOOKED_INTO) }).toEqual({
    atOnce: [],
    later: [],
  });
  rmSync(profile, { recursive: true });
});
