import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readPdf } from '../../testing/read-pdf.ts';
import { poll } from '../poll.ts';
import { PICTURE } from '../steps.ts';
import { downloaded, heic, photo, putFile, webp } from './files.ts';
import { test } from './fixtures.ts';
import {
  expectOnce,
  goOn,
  pickTopic,
  see,
  seePage,
  signIn,
  startRequest,
  submit,
  until,
  waitForWorker,
  writeDescription,
} from './steps.ts';

const DESCRIBED = 'Recebi uma nota de cobrança e não percebo a que mês se refere.';
const UPDATE_NOTICE = 'Há uma versão nova do e-Clic';
const PHOTO_BYTES = 3_000_000;
/** A planted message: if it is missing, the test does not hear the console, and silence proves nothing. */
const PLANTED = 'Planted.';
/** Chromium's note about a page that offers to install the app by a button of its own. */
const INSTALL_NOTE = /^info: Banner not shown: beforeinstallpromptevent/;
/** Firefox reports this also for a load that the next page cut short. */
const CUT_SHORT = /Failed to load ‘([^’]+)’\. A ServiceWorker intercepted the request/;
const PAGES = ['pedidos', 'resumo', 'ajuda', 'glossario', 'acessibilidade', 'privacidade', 'definicoes'];

test('a request goes from a first visit to its reference and back out as files', async ({
  engine,
  open,
  server,
  home,
  downloads,
}) => {
  const browser = await open();
  await test.step('The main job: signed in, described', async () => {
    await signIn(browser, server);
    await waitForWorker(browser);
    await startRequest(browser);
    await writeDescription(browser, DESCRIBED);
    await goOn(browser, 'Definir tema');
  });

  // By this step the code of the update notice has come, and no page was loaded since the first.
  await test.step('A first visit says nothing of a new version', async () => {
    expect(await browser.run(() => document.body.textContent)).not.toContain(UPDATE_NOTICE);
  });

  await test.step('The topic in three steps, by real selects', async () => {
    await pickTopic(browser);
    await goOn(browser, 'Anexar documentos');
  });

  await test.step('Thumbnails of JPEG, PNG and WebP, an icon for HEIC', async () => {
    const jpeg = await photo(browser, home, 'foto.jpg', PHOTO_BYTES);
    const png = putFile(home, 'recibo.png', PICTURE.buffer);
    await browser.attach([jpeg, png, webp(home), heic(home)]);
    await until(browser, () => {
      const drawn = (name: string) => {
        const row = [...document.querySelectorAll('main li')].find((li) => li.textContent?.includes(name));
        const picture = row?.querySelector('img');
        return picture ? picture.naturalWidth > 0 : row?.querySelector('svg') && 'icon';
      };
      const found = ['foto.jpg', 'recibo.png', 'carta.webp', 'telefone.heic'].map(drawn);
      return found.join() === 'true,true,true,icon';
    });
  });

  await test.step('A large photo made smaller, the right way up', async () => {
    await see(browser, 'Usar o tamanho original');
    await browser.click({ role: 'button', name: 'Ver foto.jpg' });
    await until(browser, () => {
      const picture = document.querySelector<HTMLImageElement>('dialog[open] img');
      const context = document.createElement('canvas').getContext('2d');
      if (!picture?.naturalWidth || !context) return false;
      const { naturalWidth: width, naturalHeight: height } = picture;
      context.drawImage(picture, 0, 0, 100, 100);
      const [red = 0, , blue = 0] = context.getImageData(50, 10, 1, 1).data;
      return width === 1500 && height === 2000 && red > 200 && blue < 50;
    });
    await browser.click({ role: 'button', name: 'Fechar' });
  });

  await test.step('The main job: sent, with its reference', async () => {
    await goOn(browser, 'Resumo do pedido');
    await submit(browser);
    await see(browser, /EC-\d{4}-\d{7}/);
    await expectOnce(server, DESCRIBED);
  });

  await test.step('The receipt as PDF, opened by another program', async () => {
    await browser.click({ role: 'button', name: 'Descarregar comprovativo (PDF)' });
    const bytes = await downloaded(downloads, /^comprovativo-EC-.*\.pdf$/);
    const { info, pages } = await readPdf(new Blob([new Uint8Array(bytes)]));
    expect(info.title).toMatch(/^Comprovativo de entrega EC-/);
    expect(pages.join('\n')).toContain('Maria Exemplo');
  });

  await test.step('The last day as a calendar file', async () => {
    await browser.click({ role: 'button', name: 'Adicionar ao calendário' });
    const lines = String(await downloaded(downloads, /^prazo-EC-.*\.ics$/)).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.filter((line) => /^DTSTART;VALUE=DATE:\d{8}$/.test(line))).toHaveLength(1);
  });

  await test.step('A file that only the server has, by one press', async () => {
    await browser.click({ role: 'link', name: 'Ver o pedido' });
    await seePage(browser, /^Pedido\s+EC-/);
    await browser.click({ role: 'button', name: 'Descarregar recibo.png' });
    expect(await downloaded(downloads, /^recibo\.png$/)).toEqual(PICTURE.buffer);
  });

  await test.step('All of a request as ZIP, opened by another program', async () => {
    await browser.click({ role: 'button', name: 'Descarregar tudo (ZIP)' });
    const zip = unzipSync(new Uint8Array(await downloaded(downloads, /^pedido-EC-.*\.zip$/)));
    const names = Object.keys(zip).map((path) => path.split('/').at(-1));
    expect(names).toEqual(expect.arrayContaining(['pedido.json', 'foto.jpg', 'carta.webp', 'telefone.heic']));
  });

  // `console.spec.ts` tests what WebKit's driver cannot tell.
  if (engine === 'webkit') return;
  await test.step('No page writes to the console', async () => {
    for (const page of PAGES) {
      await browser.goto(`${server.origin}/${page}`);
      await seePage(browser, /./);
    }
    expect(await browser.run(() => document.body.textContent)).not.toContain(UPDATE_NOTICE);
    await browser.run((words) => console.error(words), PLANTED);
    let messages: string[] = [];
    const read = async () => {
      const more = await browser.readConsole();
      messages = [...messages, ...more.filter((message) => !INSTALL_NOTE.test(message))];
      return messages.join('\n');
    };
    await poll(read).toContain(PLANTED);
    const cutShort = messages.flatMap((message) => CUT_SHORT.exec(message)?.[1] ?? []);
    expect(messages).toHaveLength(1 + cutShort.length);
    const load = (urls: string[]) => Promise.all(urls.map(async (url) => (await fetch(url)).status));
    expect(await browser.run(load, cutShort)).toEqual(cutShort.map(() => 200));
  });
});
