import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { ALL_TAG } from '../../ops/test/level.ts';
import { shareWithApp } from '../share-with-app.ts';
import { heading, PICTURE, pdf, signIn } from '../steps.ts';
import { expect, test, waitForWorker } from './fixtures.ts';

const WORDS = 'A carta diz que falta um documento.';
const title = (page: Page) => heading(page, 'Juntar a um rascunho');

test('a photo, a PDF and words shared without a connection are in a new draft after a press, and not before', async ({
  page,
  context,
}) => {
  await signIn(page);
  await waitForWorker(page);
  await context.setOffline(true);
  await shareWithApp(page, { text: WORDS, files: [PICTURE, pdf('carta.pdf')] });
  await expect(title(page)).toBeVisible();
  await expect(page.getByText(WORDS)).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Juntar', exact: true }).click();
  await expect(page.getByText('Juntou 2 ficheiros.')).toBeVisible();
  await page.getByRole('link', { name: 'Continuar o rascunho' }).click();
  await expect(page.getByRole('textbox', { name: 'Descrição do pedido', exact: true })).toHaveValue(WORDS);
});

/** Opens a page of another site that at once posts a form, in the shape of a share. */
async function openForeignPage(page: Page, action: string, policy: string): Promise<void> {
  const html = `<!doctype html><meta name="referrer" content="${policy}"><title>Foreign</title>
    <form method="post" enctype="multipart/form-data" action="${action}"><input name="texto" value="Paid"></form>
    <script>document.forms[0].submit()</script>`;
  const foreign = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
  });
  await page.goto(`http://127.0.0.1:${await listenAnywhere(foreign)}/`);
  await page.waitForURL(/\/partilhar\?/);
  foreign.close();
}

test('a form of another site is refused; one that hides where it comes from is shown, and in no draft', {
  tag: ALL_TAG,
}, async ({ page, server }) => {
  await signIn(page);
  await waitForWorker(page);
  const action = `${server.origin}/partilhar`;
  for (const policy of ['origin', 'unsafe-url', 'strict-origin-when-cross-origin']) {
    await openForeignPage(page, action, policy);
    await expect(page.getByText('Não foi aceite')).toBeVisible();
  }
  await openForeignPage(page, action, 'no-referrer');
  await expect(title(page)).toBeVisible();
  await page.goto('/pedidos');
  await expect(page.getByText('Paid')).toHaveCount(0);
});

test.describe('before the worker is there', () => {
  test.use({ serviceWorkers: 'block' });

  test('what is shared comes to the server, which keeps nothing, and the page says so', async ({ page }) => {
    await page.goto('/entrar');
    await page.evaluate(() => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: '/partilhar', enctype: 'multipart/form-data' });
      document.body.append(form);
      form.submit();
    });
    await expect(page.getByText('O e-Clic ainda não estava pronto')).toBeVisible();
  });
});
