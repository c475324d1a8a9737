import type { Page } from '@playwright/test';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { holdApp } from '../hold-app.ts';
import { fillCredentials, heading, signIn } from '../steps.ts';

const GUEST_START = '/rascunhos/novo?convidado=sim';
const READABLE = [
  ['/', 'Iniciar sessão'],
  ['/entrar?voltar=/pedidos', 'Iniciar sessão'],
  [GUEST_START, 'Descrição do pedido'],
  ['/ajuda', 'Ajuda'],
  ['/acessibilidade', 'Acessibilidade'],
  ['/privacidade', 'Privacidade'],
  ['/contactos', 'Contactos'],
  ['/glossario', 'Glossário'],
] as const;

/** A page with a text box, and a long one. */
const IN_GATE: readonly string[] = [GUEST_START, '/ajuda'];

/** Runs in the page. */
function readEarlyWords(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('eclic-early-words');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('words').objectStore('words').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.map(({ description }) => description));
      };
    };
  });
}

const description = (page: Page) => page.getByRole('textbox', { name: 'Descrição do pedido' });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [address, words] of READABLE) {
    test(`${address} can be read`, async ({ page, complaints }) => {
      complaints.allow(/preloaded using link preload but not used/);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
    });
  }
});

for (const [address, words] of READABLE) {
  const tag = IN_GATE.includes(address) ? GATE_TAGS : ALL_TAG;
  test(`${address} is taken over by the app as it stands`, { tag }, async ({ page }) => {
    const letGo = await holdApp(page);
    await page.goto(address, { waitUntil: 'commit' });
    await expect(heading(page, words)).toBeVisible();
    await heading(page, words).evaluate((h1) => h1.setAttribute('data-test', 'the same'));
    await page.waitForFunction(() => document.readyState !== 'loading');
    await page.evaluate(() => scrollTo(0, 60));
    letGo();
    await expect(page.locator('html')).not.toHaveAttribute('data-written');
    await page.waitForLoadState('networkidle');
    await expect(heading(page, words)).toHaveAttribute('data-test', 'the same');
    expect(await page.evaluate(() => scrollY)).toBe(60);
  });
}

test('what is typed before the app has come stays, with caret and focus, and is saved', async ({ page }) => {
  const letGo = await holdApp(page);
  await page.goto(GUEST_START, { waitUntil: 'commit' });
  const box = description(page);
  await box.pressSequentially('Quero saber do abono');
  await page.getByRole('radio', { name: 'Pedir informação' }).check();
  await box.focus();
  await box.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 10));
  letGo();
  await expect(page.getByText(/^Guardado neste dispositivo/)).toBeVisible();
  await expect(box).toHaveValue('Quero saber do abono');
  await expect(box).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Pedir informação' })).toBeChecked();
  const selection = await box.evaluate((f: HTMLTextAreaElement) => [f.selectionStart, f.selectionEnd]);
  expect(selection).toEqual([5, 10]);
  await page.reload();
  await expect(box).toHaveValue('Quero saber do abono');
  await expect(page.getByRole('radio', { name: 'Pedir informação' })).toBeChecked();
});

test('what is typed before the app has come is found again when the tab is closed before it comes', async ({
  page,
  context,
}) => {
  await holdApp(page);
  await page.goto(GUEST_START, { waitUntil: 'commit' });
  await description(page).pressSequentially('Ainda sem a aplicação');
  await expect.poll(() => page.evaluate(readEarlyWords)).toEqual(['Ainda sem a aplicação']);
  const address = page.url();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(description(again)).toHaveValue('Ainda sem a aplicação');
  await again.goto('/entrar');
  await expect(again.getByRole('link', { name: /rascunho/ })).toBeVisible();
});

test('a tick that the device is shared, made before the app has come, holds for whoever goes on without signing in', async ({
  page,
}) => {
  const letGo = await holdApp(page);
  await page.goto('/entrar', { waitUntil: 'commit' });
  await page.getByLabel('Este dispositivo é partilhado').check();
  await page.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }).click();
  // The text box stays away until the app can seal what is typed into it.
  await expect(page).toHaveURL(/convidado=partilhado$/);
  await expect(description(page)).toBeHidden();
  letGo();
  // A screen reader's region says the same words.
  const line = page.getByRole('banner').getByText(/^Este dispositivo é partilhado: o que escrever fica só/);
  await expect(line).toBeVisible();
  await description(page).fill('Só enquanto o separador estiver aberto');
  await expect(page.getByText(/^Guardado neste separador/)).toBeVisible();
  await page.reload();
  await expect(description(page)).toHaveValue('Só enquanto o separador estiver aberto');
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).not.toContain('eclic-early-words');
});

test('whoever signs in before the app has come is signed in by it when it comes, and nothing of it goes into an address', async ({
  page,
}) => {
  const letGo = await holdApp(page);
  await page.goto('/entrar', { waitUntil: 'commit' });
  const navigations: string[] = [];
  page.on('framenavigated', (frame) => navigations.push(frame.url()));
  await fillCredentials(page);
  await page.keyboard.press('Enter');
  expect(navigations).toEqual([]);
  letGo();
  await expect(page.getByRole('textbox', { name: 'Código de verificação' })).toBeVisible();
});

test('whoever is known sees their own list and never the sign-in', async ({ page }) => {
  await signIn(page);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenHeadings: seen });
    const look = () => {
      const h1 = [...document.querySelectorAll('h1')].find((one) => one.checkVisibility());
      if (h1?.textContent && seen.at(-1) !== h1.textContent) seen.push(h1.textContent);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto('/');
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  // A heading is noted in the frame after the one that shows it.
  const readSeen = () => page.evaluate(() => (window as unknown as { seenHeadings: string[] }).seenHeadings);
  await expect.poll(readSeen).toEqual(['Os meus pedidos']);
});
