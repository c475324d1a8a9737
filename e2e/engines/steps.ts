import { expect } from '@playwright/test';
import { poll } from '../poll.ts';
import type { OwnServer } from '../reliability/own-server.ts';
import { CODE, DESCRIPTION, MARIA, PASSWORD } from '../steps.ts';
import type { Browser } from './browsers/browser.ts';

const WAIT_MS = 20_000;

/** Waits for the heading of a page, and until the app has taken over a page that was written at build time. */
export async function seePage(browser: Browser, title: string | RegExp, timeout = WAIT_MS): Promise<void> {
  const readHeading = () => {
    const hasStarted = document.documentElement.dataset.written === undefined;
    return (hasStarted && document.querySelector('h1')?.textContent) || '';
  };
  const read = () => browser.run(readHeading).catch(String);
  await poll(read, { timeout }).toMatch(asPattern(title));
}

/** Waits until the page says something. */
export async function see(browser: Browser, words: string | RegExp, timeout = WAIT_MS): Promise<void> {
  const read = () => browser.run(() => document.body.textContent).catch(String);
  await poll(read, { timeout }).toMatch(asPattern(words));
}

function asPattern(words: string | RegExp): RegExp {
  return typeof words === 'string' ? new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : words;
}

/** Waits until the function returns true in the page. */
export async function until(browser: Browser, isSo: () => boolean | Promise<boolean>): Promise<void> {
  await poll(() => browser.run(isSo).catch(String), { timeout: WAIT_MS }).toBe(true);
}

/** Waits until the text box holds this text. */
export async function seeWritten(browser: Browser, text: string): Promise<void> {
  const read = () => browser.run(() => document.querySelector('textarea')?.value ?? '').catch(String);
  await poll(read, { timeout: WAIT_MS }).toBe(text);
}

/** Waits until the worker that starts the app without a connection controls the page. */
export async function waitForWorker(browser: Browser): Promise<void> {
  await until(browser, () => navigator.serviceWorker.controller?.state === 'activated');
}

/** Reloads by a script in the page: a driver's own reload may bypass the worker. */
export async function reload(browser: Browser): Promise<void> {
  const loadedAt = await browser.run(() => {
    setTimeout(() => location.reload());
    return performance.timeOrigin;
  });
  const isAnew = () => browser.run((before) => performance.timeOrigin !== before, loadedAt).catch(String);
  await poll(isAnew, { timeout: WAIT_MS }).toBe(true);
}

/** Runs in the page: returns the words by which a person knows the control with the focus, and nothing for a heading. */
export function readFocus(): string {
  const focused = document.activeElement;
  if (!focused?.matches('a, button, input, textarea, select')) return '';
  const label = (focused as HTMLInputElement).labels?.[0] ?? focused;
  return (focused.getAttribute('aria-label') ?? label.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Types like a person: only once the field has the focus, and then waits until the field holds the words. */
export async function write(browser: Browser, field: string, text: string): Promise<void> {
  await expect(async () => {
    await browser.click({ role: 'field', name: field });
    expect(await browser.run(readFocus)).toContain(field);
  }).toPass({ timeout: WAIT_MS });
  await browser.type(text);
  const readField = () => (document.activeElement as HTMLInputElement).value;
  await poll(() => browser.run(readField), { timeout: WAIT_MS }).toContain(text);
}

export async function signIn(
  browser: Browser,
  server: Pick<OwnServer, 'origin'>,
  { isShared = false } = {},
): Promise<void> {
  await browser.goto(`${server.origin}/entrar`);
  await seePage(browser, 'Iniciar sessão');
  await write(browser, 'NISS', MARIA);
  await write(browser, 'Palavra-chave', PASSWORD);
  if (isShared) await browser.click({ role: 'choice', name: 'Este dispositivo é partilhado' });
  await browser.click({ role: 'button', name: 'Entrar' });
  await write(browser, 'Código de verificação', CODE);
  await browser.click({ role: 'button', name: 'Confirmar' });
  await seePage(browser, 'Os meus pedidos');
}

export async function startRequest(browser: Browser): Promise<void> {
  await browser.click({ role: 'link', name: 'Criar pedido' });
  await seePage(browser, 'Descrição do pedido');
  // Another draft stays in sight, under the same heading, until the new one is ready.
  await seeWritten(browser, '');
}

export async function writeDescription(browser: Browser, text = DESCRIPTION): Promise<void> {
  await browser.click({ role: 'choice', name: 'Esclarecer uma dúvida' });
  await write(browser, 'Descrição do pedido', text.replace(/\n+/g, ' '));
}

export async function goOn(browser: Browser, title: string): Promise<void> {
  await browser.click({ role: 'button', name: 'Continuar' });
  await seePage(browser, title);
}

export async function pickTopic(browser: Browser): Promise<void> {
  await browser.choose({ role: 'field', name: 'Evento de vida' }, 'Pagamentos');
  await browser.choose({ role: 'field', name: 'Assunto' }, 'Pagamento de Contribuições');
  await browser.choose({ role: 'field', name: 'Motivo' }, 'Esclarecer dúvidas sobre a minha situação');
}

/** Goes from any page with the app's menu to the summary of a complete draft. */
export async function writeRequest(
  browser: Browser,
  description: string,
  attachFiles: () => Promise<void> = async () => undefined,
): Promise<void> {
  await startRequest(browser);
  await writeDescription(browser, description);
  await goOn(browser, 'Definir tema');
  await pickTopic(browser);
  await goOn(browser, 'Anexar documentos');
  await attachFiles();
  await goOn(browser, 'Resumo do pedido');
}

export async function submit(browser: Browser, title = 'Pedido recebido'): Promise<void> {
  await browser.click({ role: 'button', name: 'Submeter pedido' });
  await seePage(browser, title);
}

/** Expects that the request arrived once. */
export async function expectOnce(server: OwnServer, description: string): Promise<void> {
  const arrived = async () =>
    (await server.state()).requests.filter((request) => request.description === description);
  await poll(arrived, { timeout: WAIT_MS }).toMatchObject([{ commits: 1 }]);
}
