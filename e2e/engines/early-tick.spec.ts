import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { expect } from '@playwright/test';
import { findFreePort } from './browsers/free-port.ts';
import { test } from './fixtures.ts';
import { reload, see, seePage, until } from './steps.ts';

const APP = /^\/assets\/[^/]*\/index\.js$/;

/** Starts a proxy before the app's server, which holds the app's code back once it is told to. */
async function standBefore(origin: string) {
  let holds = false;
  const door = createServer(({ url = '/', headers }, response) => {
    if (holds && APP.test(url)) return;
    // A worker would already have the app's code.
    if (url === '/sw.js') return response.writeHead(404).end();
    get(`${origin}${url}`, { headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'cache-control': 'no-cache' });
      answer.pipe(response);
      // The server may end first, while the page still asks it something.
    }).once('error', () => response.destroy());
  });
  const port = await findFreePort();
  door.listen(port, '127.0.0.1');
  await once(door, 'listening');
  return {
    origin: `http://localhost:${port}`,
    hold() {
      holds = true;
    },
    close() {
      door.closeAllConnections();
      door.close();
    },
  };
}

test('a tick that the browser brings back at a reload holds before the app has come', async ({
  engine,
  open,
  server,
}) => {
  test.skip(engine === 'chromium', 'it brings none back while the app is waited for');
  test.skip(engine === 'webkit', 'its driver does not answer while the app is waited for');
  const door = await standBefore(server.origin);
  const browser = await open();
  await browser.goto(`${door.origin}/entrar`);
  await seePage(browser, 'Iniciar sessão');
  await browser.click({ role: 'choice', name: 'Este dispositivo é partilhado' });
  await see(browser, 'O rascunho fica só neste separador');
  door.hold();
  await reload(browser);
  await until(browser, () => {
    const isWritten = document.documentElement.dataset.written !== undefined;
    return isWritten && document.querySelector<HTMLInputElement>('#shared')?.checked === true;
  });
  const readStart = () => document.querySelector<HTMLAnchorElement>('a[href*="convidado="]')?.href;
  expect(await browser.run(readStart)).toMatch(/\?convidado=partilhado$/);
  door.close();
});
