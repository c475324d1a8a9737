import { type BrowserContext, expect, type Page } from '@playwright/test';

export const PASSWORD = 'Demonstracao1';
export const CODE = '123456';
export const MARIA = '10000000000';
export const JOAO = '11000000007';
export const BAKERY = '20000000001';
export const SOFIA = '12000000004';

export const DESCRIPTION = `Recebi uma nota de cobrança de contribuições e não percebo a que mês se refere.

Já paguei março e abril. Podem dizer-me o que falta?`;

/** A question that Maria has asked before; the page says so when she writes it again. */
export const ASKED_BEFORE = 'Preciso de uma declaração de situação contributiva para o banco';

export function heading(page: Page, name: string | RegExp) {
  return page.getByRole('heading', { level: 1, name });
}

export async function fillCredentials(page: Page, niss = MARIA, password = PASSWORD): Promise<void> {
  await page.getByLabel('NISS', { exact: true }).fill(niss);
  await page.getByLabel('Palavra-chave', { exact: true }).fill(password);
}

/** Signs in on the page that asks for the palavra-chave. */
export async function passSignIn(page: Page, niss = MARIA): Promise<void> {
  await fillCredentials(page, niss);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await page.getByRole('button', { name: 'Confirmar', exact: true }).click();
}

export async function signIn(page: Page, niss = MARIA): Promise<void> {
  await page.goto('/entrar');
  await passSignIn(page, niss);
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
}

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;
const keptOf = new Map<string, Kept>();

/**
 * Signs in a browser that holds nothing yet, with the pretend server inside its page. The first call in each Playwright worker goes through the pages; later
 * calls restore what that browser held. Tests of signing in, and tests with a server of their own, use `signIn`.
 */
export async function beSignedIn(page: Page, niss = MARIA): Promise<void> {
  const context = page.context();
  const kept = keptOf.get(niss);
  if (!kept) {
    await signIn(page, niss);
    keptOf.set(niss, await context.storageState({ indexedDB: true }));
    return;
  }
  await context.setStorageState(kept);
  await page.goto('/pedidos');
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
}

export async function signInByCmd(page: Page): Promise<void> {
  await page.goto('/entrar');
  await page.getByRole('button', { name: 'Entrar com Chave Móvel Digital' }).click();
  await page.getByLabel('Número de telemóvel').fill('910000000');
  await page.getByLabel('PIN').fill('1234');
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByLabel('Código de segurança').fill(CODE);
  await page.getByRole('button', { name: 'Confirmar' }).click();
  await page.getByRole('button', { name: 'Autorizar' }).click();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
}

export async function startRequest(page: Page): Promise<void> {
  // The first of these links is in the navigation of every page.
  await page.getByRole('link', { name: 'Criar pedido', exact: true }).first().click();
  await expect(heading(page, 'Descrição do pedido')).toBeVisible();
  // On the page of another draft that heading stands already: what is written too early goes into that draft.
  await expect(descriptionBox(page)).toHaveValue('');
}

export function wayOn(page: Page) {
  return page.getByRole('button', { name: 'Continuar', exact: true });
}

export async function goOn(page: Page): Promise<void> {
  await wayOn(page).click();
}

export function descriptionBox(page: Page) {
  return page.getByRole('textbox', { name: /^Descrição d(o pedido|a reclamação)$/ });
}

export async function writeDescription(page: Page, description = DESCRIPTION): Promise<void> {
  await page.getByRole('radio', { name: 'Esclarecer uma dúvida' }).check();
  await descriptionBox(page).fill(description);
}

export async function pickTopic(page: Page): Promise<void> {
  await page.getByLabel('Evento de vida').selectOption({ label: 'Pagamentos' });
  await page.getByLabel('Assunto').selectOption({ label: 'Pagamento de Contribuições' });
  await page.getByLabel('Motivo').selectOption({ label: 'Esclarecer dúvidas sobre a minha situação' });
}

export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function pdf(name = 'fatura.pdf', size = 2_000): ChosenFile {
  const buffer = Buffer.alloc(size, 0x20);
  buffer.write('%PDF-1.7\n');
  return { name, mimeType: 'application/pdf', buffer };
}

/** A picture of one black pixel. */
export const PICTURE: ChosenFile = {
  name: 'recibo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export async function chooseFiles(page: Page, files: ChosenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Escolher ficheiros' }).click();
  await (await chooser).setFiles(files);
}

/** Writes a complete draft, from the list to its summary. */
export async function writeRequest(page: Page, files: ChosenFile[] = [], description = DESCRIPTION) {
  await startRequest(page);
  await writeDescription(page, description);
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeVisible();
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  if (files.length > 0) await chooseFiles(page, files);
  for (const file of files) await expect(page.getByText(file.name).first()).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
}

/** Presses *Submeter pedido* and returns the reference. */
export async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'Pedido recebido')).toBeVisible();
  const text = await page.getByRole('main').textContent();
  const reference = /EC-\d{4}-\d{7}/.exec(text ?? '')?.[0];
  if (!reference) throw new Error('The page shows no reference');
  return reference;
}

/** Changes something on the demo panel, and waits until the pretend server has it; a page that leaves sooner may find the server unchanged. */
export async function changeDemo(page: Page, change: () => Promise<void>): Promise<void> {
  await page.goto('/demonstracao');
  await Promise.all([page.evaluate(untilDone), change()]);
}

/** Runs in the page: another sentence may soon take the place of this one, sooner than a test looks again. */
function untilDone(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role=status]')?.textContent?.includes('Feito.')) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

export async function cutConnection(page: Page, isCut: boolean): Promise<void> {
  await changeDemo(page, () => page.getByRole('checkbox', { name: 'Sem ligação' }).setChecked(isCut));
}

/** Sets how long the pretend server takes for each answer, and the percentage of errors. */
export async function setFaults(page: Page, { latencyMs = 0, errors = 0 }): Promise<void> {
  await changeDemo(page, async () => {
    await page.getByLabel('Demora de cada resposta (milissegundos)').fill(String(latencyMs));
    await page.getByLabel('Respostas com erro (%)').fill(String(errors));
    await page.getByRole('button', { name: 'Aplicar avarias' }).click();
  });
}

/** Writes a new draft up to its third step. */
export async function goToFiles(page: Page): Promise<void> {
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page);
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
}
