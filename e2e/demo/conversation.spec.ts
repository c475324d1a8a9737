import type { Page } from '@playwright/test';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { openPanel, openRequestThatIs, playClerk } from '../clerk.ts';
import { expect, test } from '../fixtures.ts';
import { beSignedIn, heading } from '../steps.ts';
import { watchShift } from '../watch-shift.ts';

const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };

async function bottomOf(page: Page, role: 'article' | 'button', name: string): Promise<number> {
  const box = await page.getByRole(role, { name, exact: true }).boundingBox();
  if (!box) throw new Error(`«${name}» is not shown`);
  expect(box.y).toBeGreaterThan(0);
  return box.y + box.height;
}

for (const [size, screens, where] of [
  [PHONE, 2, 'within two screens, as the whole question does'],
  [DESKTOP, 1, 'within the first screen, with the whole question'],
] as const) {
  const tag = size === PHONE ? GATE_TAGS : ALL_TAG;
  test(`on ${size.width} × ${size.height} *Responder* stands ${where}, and so it is with an answer`, {
    tag,
  }, async ({ page }) => {
    const end = screens * size.height;
    await page.setViewportSize(size);
    await beSignedIn(page);
    await openRequestThatIs(page, 'Aguarda a sua resposta');
    await expect(heading(page, /Restituições/)).toBeVisible();
    await expect(page.getByText('Exemplo de comprovativo.png').first()).toBeVisible();
    expect(await bottomOf(page, 'article', 'Pergunta da Segurança Social')).toBeLessThanOrEqual(end);
    expect(await bottomOf(page, 'button', 'Responder')).toBeLessThanOrEqual(end);

    await page.getByRole('link', { name: 'Voltar à lista de pedidos' }).click();
    await openRequestThatIs(page, 'Respondido');
    expect(await bottomOf(page, 'article', 'Resposta da Segurança Social')).toBeLessThanOrEqual(end);
    expect(await bottomOf(page, 'button', 'Pedir esclarecimento')).toBeLessThanOrEqual(end);
  });
}

test('on a phone what was asked is folded, and paper has it all', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await beSignedIn(page);
  await openRequestThatIs(page, 'Aguarda a sua resposta');
  const description = page.getByText(/^Paguei duas vezes a contribuição de agosto/);
  await expect(description).toBeHidden();
  await page.getByRole('heading', { name: 'O que pediu' }).click();
  await expect(description).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('list', { name: 'O que já aconteceu e o que se segue' })).toBeVisible();
});

test('whoever is asked something finds the whole reply at one go: no code that comes late moves its button', async ({
  page,
}) => {
  // The page of attachments, which is fetched ahead, would bring the same code.
  await page.route('**/anexos.js', () => new Promise(() => undefined));
  const code = page.waitForResponse('**/-reply-files.js');
  await beSignedIn(page);
  await openRequestThatIs(page, 'Aguarda a sua resposta');
  // Resolves with the files that it needs.
  await page.evaluate((address) => import(address), (await code).url());
  await page.route('**/*.js', () => new Promise(() => undefined));
  await page.getByRole('button', { name: 'Responder' }).click();
  await expect(page.getByRole('button', { name: 'Escolher ficheiros' })).toBeVisible();
});

test('a reply stands in the conversation at once, and until it is sent nothing jumps, nothing is blank and nothing is amber', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await beSignedIn(page);
  await openRequestThatIs(page, 'Aguarda a sua resposta');
  await page.getByRole('button', { name: 'Responder' }).click();
  await page.getByRole('textbox', { name: 'A sua resposta', exact: true }).fill('Junto o que pediram.');
  await expect(page.getByText(/^Guardado (neste dispositivo|na sua conta) às/)).toBeVisible();
  // The last part of the editor: what comes after it moves nothing.
  await expect(page.getByRole('button', { name: 'Fotografar papel' })).toBeVisible();
  const sendButton = page.getByRole('button', { name: 'Enviar resposta' });
  await sendButton.scrollIntoViewIfNeeded();

  const stop = await watchShift(page, 'A sua resposta', /Por enviar|A enviar|Enviada às \d\d:\d\d/);
  await sendButton.click();
  const sent = page.getByRole('article', { name: 'A sua resposta' });
  await expect(sent).toContainText(/Enviada às \d\d:\d\d/);
  await expect(page.getByRole('button', { name: 'Juntar informação' })).toBeVisible();
  const seen = await stop();
  expect(seen.shift).toBeLessThan(0.1);
  expect(seen.lines).toEqual(['A enviar', expect.stringMatching(/^Enviada às/)]);
  expect(seen.underFinger).toEqual(['Enviar resposta', '']);
  expect(seen.blankFrames).toBe(0);
  await expect(sent.getByRole('heading')).toBeFocused();
  await expect(sent).toBeInViewport();
});

test('what comes while the page is open follows what is being read, and leads on the next visit', async ({
  page,
  context,
}) => {
  await beSignedIn(page);
  const reference = await openRequestThatIs(page, 'Aguarda a sua resposta');
  await page.getByRole('button', { name: 'Responder' }).click();
  await page.getByRole('textbox', { name: 'A sua resposta', exact: true }).fill('Junto o que pediram.');
  await page.getByRole('button', { name: 'Enviar resposta' }).click();
  const articles = page.getByRole('article');
  await expect(articles.nth(1)).toContainText('Escrito por si');
  const panel = await openPanel(context);
  await playClerk(panel, 'Responder', reference);
  await expect(articles.nth(2)).toHaveAccessibleName('Resposta da Segurança Social');

  await page.reload();
  await expect(articles.nth(0)).toHaveAccessibleName('Resposta da Segurança Social');
  const older = page.getByRole('region', { name: 'Mensagens anteriores' }).getByRole('article');
  await expect(older.nth(0)).toHaveAccessibleName('A sua resposta');
  await expect(older.nth(1)).toHaveAccessibleName('Pergunta da Segurança Social');
});
