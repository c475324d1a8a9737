import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { serverAt } from '../../contract/conformance/local-server.ts';
import {
  ORIGIN as CITIZENS_ORIGIN,
  signIn as signInCitizen,
  submission,
  submit,
} from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { poll } from '../poll.ts';
import { TOPIC } from '../reliability/desk.ts';
import { addClerk, ROOT } from '../reliability/installations.ts';
import { createServerProcess } from '../reliability/server-process.ts';
import { pdf } from '../steps.ts';
import { findFreePort } from './browsers/free-port.ts';
import { putFile } from './files.ts';
import { test } from './fixtures.ts';
import { startScriptlessProxy } from './scriptless-proxy.ts';
import { see, seePage, write } from './steps.ts';

const DESCRIPTION = 'Pedi o abono, e falaram-me de uma zarabatana.';

/** Runs in the page: returns the text in the box of the clerk's answer. */
function readMessage(): string {
  return document.querySelector<HTMLTextAreaElement>('#answer-body')?.value ?? '';
}

/** Runs in the page: returns whether a clerk can have read the text that the page has put into the box, so that the server sends it. */
function couldBeRead(): boolean {
  const shownAtMs = document.querySelector<HTMLInputElement>('[name=mostrada]')?.value;
  return shownAtMs !== undefined && Date.now() - Number(shownAtMs) >= 1000;
}

test('a clerk without scripts finds a request, takes it, answers with a saved reply and a file, takes it back, sends it again and goes on to the next', async ({
  open,
  home,
  engine,
}) => {
  const [port, portBehind] = [await findFreePort(), await findFreePort()];
  const origin = `http://localhost:${port}`;
  const env = {
    DATA_DIR: join(home, 'data'),
    DATABASE_URL: '',
    SIGN_IN: 'simulator',
    CLERK_SECOND_FACTOR: 'off',
    BALCAO_UNDO_SECONDS: '600',
    PORT: String(portBehind),
  };
  const password = addClerk(env, 'ana');
  const server = createServerProcess({
    args: ['--import', 'tsx', 'server/main.ts'],
    cwd: ROOT,
    env,
    probe: `http://localhost:${portBehind}/api/v1/session`,
  });
  await server.start();
  const stopProxy = await startScriptlessProxy(port, portBehind);
  const maria = await signInCitizen({
    server: serverAt(portBehind, CITIZENS_ORIGIN),
    advance() {},
    stop: async () => {},
  });
  const references: string[] = [];
  for (const fields of [{ topic: TOPIC, description: DESCRIPTION }, {}])
    references.push((await submit<CitizenRequest>(maria, randomUUID(), submission(fields))).body.reference);
  const [first = '', second = ''] = references;

  const browser = await open();
  await browser.goto(`${origin}/balcao/entrar`);
  await seePage(browser, 'Iniciar sessão no Balcão');
  await write(browser, 'Nome de utilizador', 'ana');
  await write(browser, 'Palavra-chave', password);
  await browser.click({ role: 'button', name: 'Iniciar sessão' });
  await seePage(browser, 'Pedidos');
  expect(await browser.run(() => document.querySelectorAll('script').length)).toBe(0);
  await write(browser, 'Procurar pedidos', 'zarabatana maria');
  await browser.click({ role: 'button', name: 'Procurar' });
  await see(browser, 'Encontrámos 1 pedido.');
  await browser.click({ role: 'link', name: first });
  await seePage(browser, first);
  await browser.click({ role: 'button', name: 'Fica comigo' });
  await see(browser, 'Fica consigo.');
  await browser.click({ role: 'button', name: 'Pôr no texto «' });
  const begun = `Agradecemos o seu pedido ${first}, Maria Exemplo.`;
  await poll(() => browser.run(readMessage).catch(String)).toContain(begun);
  const { name, buffer } = pdf('Resposta.pdf');
  // The web process of WebKitGTK ends, on a machine without a desktop, when a form sends a file without a script.
  const hasFile = engine !== 'webkit';
  if (hasFile) await browser.attach([putFile(home, name, buffer)]);
  await write(browser, 'Mensagem', 'Com os melhores cumprimentos.');
  await poll(() => browser.run(couldBeRead)).toBe(true);
  await browser.click({ role: 'button', name: 'Enviar resposta' });
  await see(browser, 'A resposta segue para Maria Exemplo às');
  await browser.click({ role: 'button', name: 'Desfazer' });
  await see(browser, 'Desfeito: o que escreveu não foi enviado e continua aqui.');
  if (hasFile) await see(browser, 'Resposta.pdf (');
  await poll(() => browser.run(readMessage).catch(String)).toContain(begun);
  await poll(() => browser.run(couldBeRead)).toBe(true);
  await browser.click({ role: 'button', name: 'Enviar e abrir o seguinte' });
  await see(browser, 'A resposta segue para Maria Exemplo às');
  await see(browser, `. (${first})`);
  await seePage(browser, second);
  stopProxy();
  await server.kill();
});
