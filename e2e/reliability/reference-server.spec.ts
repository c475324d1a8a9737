import { createHash } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { heading, PICTURE, pdf, SOFIA, signIn, submit, writeRequest } from '../steps.ts';
import { addClerk, type Installation, installEmbedded, installOnPostgres, ORIGIN } from './installations.ts';

/** Runs in the page, with the citizen's session: returns the hashes of the request's attachments as the server hands them out. */
async function hashesOfFiles(id: string): Promise<string[]> {
  const request = await (await fetch(`/api/v1/requests/${id}`)).json();
  const hashes: string[] = [];
  for (const file of request.attachments) {
    const answer = await fetch(`/api/v1/requests/${id}/attachments/${file.id}`);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    hashes.push(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return hashes;
}

/** The test starts four programs, one after the other. */
const LASTS_MS = 180_000;
const CLERK = 'ana';
const ANSWER = 'A segunda contribuição de agosto é devolvida por transferência. Junto o comprovativo.';
const ANSWER_FILE = pdf('comprovativo-de-devolucao.pdf');

/** Goes through a clerk's first sign-in, where the page shows the key of an app for codes. */
async function setUpCodes(page: Page): Promise<void> {
  await expect(heading(page, 'Juntar uma aplicação de códigos')).toBeVisible();
  const key = (await page.locator('.key').textContent()) ?? '';
  await page.getByLabel('Código').fill(TOTP.generate({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }));
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(heading(page, 'Códigos de recuperação')).toBeVisible();
  await page.getByRole('link', { name: 'Já os guardei, continuar' }).click();
}

/** Answers the request at Balcão as a clerk whose browser has scripts turned off. */
async function answerAtBalcao(browser: Browser, password: string, reference: string): Promise<void> {
  const context = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/balcao');
  await page.getByLabel('Nome de utilizador').fill(CLERK);
  await page.getByLabel('Palavra-chave').fill(password);
  await page.getByRole('button', { name: 'Iniciar sessão' }).click();
  await setUpCodes(page);
  await page.getByRole('link', { name: reference }).click();
  await page.getByLabel('Mensagem').first().fill(ANSWER);
  await page.getByLabel('Ficheiros (opcional)').first().setInputFiles(ANSWER_FILE);
  await page.getByRole('button', { name: 'Enviar resposta' }).click();
  await expect(page.getByText('Resposta enviada a Sofia')).toBeVisible();
  await context.close();
}

test.use({ baseURL: ORIGIN });

const INSTALLATIONS = [
  { where: 'on the embedded database', install: installEmbedded, tag: GATE_TAGS },
  { where: 'on PostgreSQL, with two processes behind one port', install: installOnPostgres, tag: ALL_TAG },
] as const;

for (const { where, install, tag } of INSTALLATIONS)
  test.describe(where, { tag }, () => {
    let installation: Installation | null = null;
    test.afterEach(() => installation?.takeAway());

    test('Sofia’s first request, with two files, is answered at Balcão, and all of it is there after the server was stopped and started, in another browser too', async ({
      page,
      browser,
    }) => {
      test.setTimeout(LASTS_MS);
      installation = await install();
      if (!installation) return test.skip(true, 'PostgreSQL is not installed.');
      // The clerk is added before the server starts: only one process at a time may use the folder.
      const password = addClerk(installation.env, CLERK);
      await installation.start();
      const files = [pdf('fatura.pdf', 2_500_000), PICTURE];
      await signIn(page, SOFIA);
      await writeRequest(page, files);
      const reference = await submit(page);
      expect(reference).toMatch(/^EC-\d{4}-\d{7}$/);
      await answerAtBalcao(browser, password, reference);
      await page.getByRole('link', { name: 'Ver o pedido' }).click();
      await page.reload();
      await expect(page.getByRole('main')).toContainText(ANSWER);

      await installation.stop();
      await installation.start();

      const elsewhere = await browser.newContext({ baseURL: ORIGIN });
      const other = await elsewhere.newPage();
      await signIn(other, SOFIA);
      await other.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first().click();
      await expect(heading(other, `Pedido ${reference}`)).toBeVisible();
      await expect(other.getByRole('main')).toContainText(ANSWER);
      for (const { name } of [...files, ANSWER_FILE])
        await expect(other.getByRole('main')).toContainText(name);
      const hashes = await other.evaluate(
        hashesOfFiles,
        new URL(other.url()).pathname.split('/').at(-1) ?? '',
      );
      expect(hashes).toEqual(files.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex')));
      // The stop of the server ends no session.
      const status = await page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).status);
      expect(status).toBe('signedIn');
      await elsewhere.close();
    });
  });
