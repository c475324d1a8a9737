import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../../../build/build-if-stale.ts';
import { startOwnServer } from '../../reliability/own-server.ts';
import { PICTURE } from '../../steps.ts';
import type { Browser, EngineName } from '../browsers/browser.ts';
import { findEngines } from '../browsers/find-engine.ts';
import { findFreePort } from '../browsers/free-port.ts';
import { launch } from '../browsers/launch.ts';
import { putFile } from '../files.ts';
import { goOn, pickTopic, see, seePage, signIn, startRequest, submit, writeDescription } from '../steps.ts';

/** The pictures are for a comparison of engines, and are not part of docs. */
const FOLDER = join(import.meta.dirname, '../../../test-results/engine-screens');
const SIZES = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
];

/** Takes ten pages of the main job, as wide as a desktop and as a phone. */
async function takeScreens(
  engine: EngineName,
  browser: Browser,
  origin: string,
  home: string,
): Promise<void> {
  let taken = 0;
  async function take(name: string) {
    taken += 1;
    for (const size of SIZES) {
      await browser.resize(size);
      await browser.run(async () => {
        await document.fonts.ready;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        scrollTo(0, 0);
      });
      const file = `${String(taken).padStart(2, '0')}-${name}-${size.width}-${engine}.png`;
      writeFileSync(join(FOLDER, file), await browser.takePicture());
    }
    const [wide] = SIZES;
    if (wide) await browser.resize(wide);
  }

  await browser.goto(`${origin}/entrar`);
  await seePage(browser, 'Iniciar sessão');
  await take('sign-in');
  await signIn(browser, { origin });
  await see(browser, /Aguarda a sua resposta/);
  await take('list');
  await browser.goto(`${origin}/ajuda`);
  await seePage(browser, 'Ajuda');
  await take('help');
  await browser.goto(`${origin}/definicoes`);
  await seePage(browser, 'Definições');
  await take('settings');
  await browser.goto(`${origin}/pedidos`);
  await startRequest(browser);
  await writeDescription(browser);
  await see(browser, /Guardado/);
  await take('description');
  await goOn(browser, 'Definir tema');
  await pickTopic(browser);
  await take('topic');
  await goOn(browser, 'Anexar documentos');
  await browser.attach([putFile(home, PICTURE.name, PICTURE.buffer)]);
  await see(browser, PICTURE.name);
  await take('attachments');
  await goOn(browser, 'Resumo do pedido');
  await take('summary');
  await submit(browser);
  await take('receipt');
  await browser.click({ role: 'link', name: 'Ver o pedido' });
  await seePage(browser, /^Pedido\s+EC-/);
  await take('request');
}

await buildIfStale('production');
mkdirSync(FOLDER, { recursive: true });
for (const engine of findEngines()) {
  const home = mkdtempSync(join(tmpdir(), `e-clic-screens-${engine}-`));
  const server = await startOwnServer(await findFreePort());
  const browser = await launch(engine, { profile: join(home, 'profile'), downloads: home, isPrivate: false });
  try {
    await takeScreens(engine, browser, server.origin, home);
    console.log(`${engine} ${browser.version}: ${FOLDER}`);
  } finally {
    await browser.kill();
    await server.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
