import { type Browser, expect, type Page, test } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { type Files, unpack } from '../../testing/copy-files.ts';
import { readPdf } from '../../testing/read-pdf.ts';
import { contentOf, pressForFile } from '../downloads.ts';
import { heading, PICTURE, signIn, submit, writeRequest } from '../steps.ts';
import { ANSWER, DESK_SETTINGS, openDesk } from './desk.ts';
import { addClerk, type Installation, installEmbedded, ORIGIN, runOffice } from './installations.ts';

/** A word that no other text contains. */
const MARK = 'Zanzibarina';
const LASTS_MS = 180_000;

test.use({ baseURL: ORIGIN });

/** Writes internal notes in every way that Balcão offers, sends an answer after them, and leaves one text as a draft. */
async function workAtBalcao(browser: Browser, password: string, reference: string): Promise<void> {
  const page = await openDesk(browser, password, { javaScriptEnabled: false });
  await page.getByRole('link', { name: reference }).click();
  const unfold = (words: string) => page.locator('summary').filter({ hasText: words }).click();
  await unfold('Juntar uma nota');
  await page.getByLabel('Nova nota interna').fill(`Falei com a ${MARK}.`);
  await page.getByRole('button', { name: 'Juntar nota' }).click();
  await unfold('Encaminhar');
  await page.getByLabel('Serviço que passa a tratar do assunto').selectOption({ label: 'Prestações' });
  await page.getByLabel('Nota para quem o recebe').fill(`Também a ${MARK} sabe.`);
  await page.locator('#forward-body').fill('O assunto passa às prestações.');
  await page.getByRole('button', { name: 'Encaminhar pedido' }).click();
  await page.goto(`/balcao/pedidos/${reference}`);
  await expect(page.getByText(MARK)).toHaveCount(2);
  await page.locator('#answer-body').fill(ANSWER);
  await page.getByRole('button', { name: 'Enviar resposta' }).click();
  await expect(page.getByText('Resposta enviada a Maria')).toBeVisible();
  await page.locator('#answer-body').fill(`Perguntar à ${MARK}.`);
  await page.getByRole('button', { name: 'Guardar rascunho' }).first().click();
  await expect(page.getByText(/Rascunho guardado em /)).toBeVisible();
  await page.context().close();
}

/** Returns a file as text; a PDF is read by another reader than the app's code. */
async function textOfFile(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!path.endsWith('.pdf')) return new TextDecoder().decode(bytes);
  const { pages, alts, info } = await readPdf(new Blob([bytes]));
  return JSON.stringify([info, alts, pages.join(' ').replace(/\s+/g, ' ')]);
}

async function textsOf(files: Files): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, bytes] of files) texts.set(path, await textOfFile(path, bytes));
  return texts;
}

/** Downloads the file of a button and returns its texts; a ZIP is unpacked. */
async function open(page: Page, name: string): Promise<Map<string, string>> {
  const download = await pressForFile(page, name);
  const file = await contentOf(download);
  const path = download.suggestedFilename();
  return textsOf(
    path.endsWith('.zip') ? await unpack(file) : new Map([[path, new Uint8Array(await file.arrayBuffer())]]),
  );
}

let installation: Installation | null = null;
test.afterEach(() => installation?.takeAway());

test('what the office notes for itself is in no receipt, ZIP or copy that a citizen takes with them, each of them opened and read', {
  tag: ALL_TAG,
}, async ({ page, browser }) => {
  test.setTimeout(LASTS_MS);
  installation = await installEmbedded({ ...DESK_SETTINGS, BALCAO_UNDO_SECONDS: '0' });
  const { env } = installation;
  const password = addClerk(env, 'ana');
  runOffice(env, 'supervisor', 'add', 'ana');
  runOffice(env, 'service', 'add', 'geral', '--name', 'Atendimento geral');
  runOffice(env, 'service', 'add', 'prestacoes', '--name', 'Prestações');
  await installation.start();
  await signIn(page);
  await writeRequest(page, [PICTURE]);
  const reference = await submit(page);
  await workAtBalcao(browser, password, reference);
  await page.getByRole('link', { name: 'Ver o pedido' }).click();
  await page.reload();
  await expect(heading(page, `Pedido ${reference}`)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(ANSWER);
  await expect(page.getByRole('main')).not.toContainText(MARK);

  const whole = await open(page, 'Descarregar tudo (ZIP)');
  await page.goto(`${new URL(page.url()).pathname}/comprovativo`);
  const receipt = await open(page, 'Descarregar comprovativo (PDF)');
  const ofAnswer = page.getByRole('button', { name: /^Descarregar comprovativo da resposta de / });
  const answerReceipt = await open(page, (await ofAnswer.textContent()) ?? '');
  await page.getByRole('link', { name: 'Definições' }).click();
  const copy = await open(page, 'Descarregar cópia');
  for (const [road, texts] of Object.entries({ receipt, answerReceipt, whole, copy })) {
    const all = [...texts].join('\n');
    // The reference proves that the file was read; a reader that finds nothing would pass too.
    expect(all, road).toContain(reference);
    if (road !== 'receipt') expect(all, road).toContain(ANSWER);
    expect(all, road).not.toContain(MARK);
  }
  const inZip = [...whole.keys()].filter((path) => path.endsWith('.pdf'));
  expect(inZip).toHaveLength(1);
});
