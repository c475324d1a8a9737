import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import {
  changeDemo,
  chooseFiles,
  cutConnection,
  DESCRIPTION,
  fillCredentials,
  goOn,
  heading,
  JOAO,
  MARIA,
  PICTURE,
  pdf,
  pickTopic,
  SOFIA,
  signIn,
  startRequest,
  submit,
  writeDescription,
} from '../steps.ts';

/**
 * The devices: a guest's; Sofia's, who has sent no request yet; Maria's with two drafts; Maria's with a request that cannot be sent; João's with long texts,
 * long names and many requests.
 */
const WORLDS = ['guest', 'sofia', 'maria', 'unsent', 'long'] as const;
export type WorldName = (typeof WORLDS)[number];

export interface World {
  page: Page;
  context: BrowserContext;
  /** A draft that is complete, and not submitted. */
  draftId: string;
  /** A draft with a description and without a topic. */
  begunId: string;
  /** A submitted request, received or waiting to be sent. */
  requestId: string;
}

const SEEDED = '60';
const LONG_WORD = 'otorrinolaringologista'.repeat(12);
const LONG_TEXT = `${DESCRIPTION}\n\n${LONG_WORD}\n\n${'Já entreguei o documento. '.repeat(120)}`;
const LONG_NAME = `${'declaracao_de_situacao_contributiva_'.repeat(5)}2026.pdf`;

export async function openWorld(
  browser: Browser,
  baseURL: string,
  name: WorldName,
  options: BrowserContextOptions = {},
): Promise<World> {
  const settings = { baseURL, locale: 'pt-PT', timezoneId: 'Europe/Lisbon', ...options };
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  const world: World = { page, context, draftId: '', begunId: '', requestId: '' };
  if (name === 'sofia') await signIn(page, SOFIA);
  if (name === 'maria') await furnish(world, { niss: MARIA, text: DESCRIPTION, fileName: 'fatura.pdf' });
  if (name === 'unsent') {
    await signIn(page);
    await cutConnection(page, true);
    await page.goto('/pedidos');
    await writeWhole(world, DESCRIPTION, 'fatura.pdf');
    await page.getByRole('button', { name: 'Submeter pedido' }).click();
    await heading(page, 'O pedido ainda não foi enviado').waitFor();
    world.requestId = idOf(page);
  }
  if (name === 'long') {
    await seedRequests(page);
    await furnish(world, { niss: JOAO, text: LONG_TEXT, fileName: LONG_NAME });
    await page.goto('/pedidos');
    await writeWhole(world, LONG_TEXT, LONG_NAME);
    await submit(page);
    world.requestId = idOf(page);
    await page.goto('/pedidos');
    await writeWhole(world, LONG_TEXT, LONG_NAME);
  }
  return world;
}

function idOf(page: Page): string {
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
}

async function seedRequests(page: Page): Promise<void> {
  await changeDemo(page, async () => {
    await page.getByLabel('De quem').selectOption(JOAO);
    await page.getByLabel('Quantos pedidos').fill(SEEDED);
    await page.getByRole('button', { name: 'Juntar pedidos' }).click();
  });
}

interface Furniture {
  niss: string;
  text: string;
  fileName: string;
}

async function furnish(world: World, { niss, text, fileName }: Furniture): Promise<void> {
  const { page } = world;
  await signIn(page, niss);
  await startRequest(page);
  await writeDescription(page, text);
  await goOn(page);
  await heading(page, 'Definir tema').waitFor();
  world.begunId = idOf(page);
  await page.goto('/pedidos');
  await writeWhole(world, text, fileName);
}

async function writeWhole(world: World, text: string, fileName: string): Promise<void> {
  const { page } = world;
  await startRequest(page);
  await writeDescription(page, text);
  await goOn(page);
  await heading(page, 'Definir tema').waitFor();
  await pickTopic(page);
  await goOn(page);
  await heading(page, 'Anexar documentos').waitFor();
  await chooseFiles(page, [pdf(fileName), PICTURE]);
  await page.getByText(PICTURE.name).first().waitFor();
  await goOn(page);
  await heading(page, 'Resumo do pedido').waitFor();
  world.draftId = idOf(page);
}

export async function askForCode(page: Page): Promise<void> {
  await page.goto('/entrar');
  await fillCredentials(page);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await heading(page, 'Código de verificação').waitFor();
}
