import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  chooseFiles,
  goOn,
  heading,
  PICTURE,
  pdf,
  pickTopic,
  signIn,
  startRequest,
  writeDescription,
} from '../steps.ts';
import { type DemoApp, type Look, withDemoApp } from './demo-app.ts';
import { joinPictures } from './join-pictures.ts';
import { takeStory, takeWide } from './take-story.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screens');
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 900 };
const SIZES = [DESKTOP, PHONE];

async function takeKeyScreens(page: Page, { size, colorScheme }: Look): Promise<void> {
  /** Takes the page down to its footer, which is the same everywhere. */
  async function take(name: string) {
    await page.evaluate(() => document.fonts.ready);
    const footer = await page.getByRole('contentinfo').boundingBox();
    const scrolled = await page.evaluate(() => window.scrollY);
    // Makes the screen as high as the page: a browser need not draw what lies beyond the screen.
    await page.setViewportSize({ ...size, height: Math.round((footer?.y ?? size.height) + scrolled) });
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.screenshot({ path: join(FOLDER, `${name}-${size.width}-${colorScheme}.png`) });
    await page.setViewportSize(size);
  }

  await page.goto('/entrar');
  await page.getByRole('button', { name: 'Usar a conta de Maria Exemplo' }).waitFor();
  await take('sign-in');
  await signIn(page);
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await take('list');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Aguarda a sua resposta' })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('heading', { name: 'Mensagens' }).waitFor();
  await take('request');
  await page.goto('/ajuda');
  await heading(page, 'Ajuda').waitFor();
  await take('help');
  await page.goto('/pedidos');
  await startRequest(page);
  await writeDescription(page);
  await page.getByText('Guardado neste dispositivo').waitFor();
  await take('description');
  await goOn(page);
  await pickTopic(page);
  await take('topic');
  await goOn(page);
  await heading(page, 'Anexar documentos').waitFor();
  await chooseFiles(page, [pdf('nota-de-cobranca.pdf', 182_000), PICTURE]);
  await page.getByRole('button', { name: `Remover ${PICTURE.name}` }).waitFor();
  await take('attachments');
  await goOn(page);
  await heading(page, 'Resumo do pedido').waitFor();
  await page.getByText('data prevista').waitFor();
  await take('summary');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await heading(page, 'O pedido ainda não foi enviado').waitFor();
  await take('not-sent');
  await page.context().setOffline(false);
  await heading(page, 'Pedido recebido').waitFor();
  await take('received');
}

/** Takes the picture of the README: the list on a phone and on a desktop. */
async function takeList({ browser, open }: DemoApp): Promise<void> {
  const pictures: Buffer[] = [];
  for (const size of [PHONE, DESKTOP]) {
    const page = await open({ size, colorScheme: 'light' });
    await signIn(page);
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    pictures.push(await page.screenshot());
    await page.context().close();
  }
  await joinPictures(browser, pictures, join(FOLDER, 'list.png'));
}

mkdirSync(FOLDER, { recursive: true });
await withDemoApp(async (app) => {
  await takeList(app);
  await takeStory(app);
  await takeWide(app);
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const look = { size, colorScheme };
      const page = await app.open(look);
      await takeKeyScreens(page, look);
      await page.context().close();
    }
  }
});
