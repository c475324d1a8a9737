import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import {
  chooseFiles,
  descriptionBox,
  goOn,
  heading,
  PICTURE,
  pdf,
  pickTopic,
  signIn,
  startRequest,
  submit,
  writeDescription,
} from '../steps.ts';
import type { DemoApp } from './demo-app.ts';
import { joinPictures } from './join-pictures.ts';

const FOLDER = join(import.meta.dirname, '../../public/story');
const INSTALL_FOLDER = join(import.meta.dirname, '../../public/install');
const README_PICTURE = join(import.meta.dirname, '../../docs/screens/story.png');
const PHONE = { width: 360, height: 640 };
/** The size of the picture that a desktop browser shows when it offers to install the app. */
const DESK = { width: 1280, height: 800 };

/** Has the browser write WebP; PNG would weigh four times as much. */
async function toWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const base64 = await page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.7).split(',')[1] ?? '';
  }, png.toString('base64'));
  await page.close();
  return Buffer.from(base64, 'base64');
}

/** Takes a request from its description to its answer on a phone. */
async function tellStory(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await signIn(page);
  await startRequest(page);
  await writeDescription(page);
  await descriptionBox(page).blur();
  await page.getByText('Guardado neste dispositivo').waitFor();
  await take('describe');
  await goOn(page);
  await pickTopic(page);
  await page.getByRole('button', { name: 'Alterar' }).waitFor();
  await take('topic');
  await goOn(page);
  await heading(page, 'Anexar documentos').waitFor();
  await chooseFiles(page, [pdf('nota-de-cobranca.pdf', 182_000), PICTURE]);
  await page.getByRole('button', { name: `Remover ${PICTURE.name}` }).waitFor();
  await take('attach');
  await goOn(page);
  await heading(page, 'Resumo do pedido').waitFor();
  await submit(page);
  await take('review');
  await page.goto('/pedidos');
  await page.getByRole('listitem').filter({ hasText: 'Respondido' }).getByRole('link').first().click();
  await heading(page, /Pedido EC-/).waitFor();
  await take('answer');
}

/** Takes the picture of the app's manifest. */
export async function takeWide({ browser, open }: DemoApp): Promise<void> {
  mkdirSync(INSTALL_FOLDER, { recursive: true });
  const page = await open({ size: DESK, colorScheme: 'light' });
  await signIn(page);
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  writeFileSync(join(INSTALL_FOLDER, 'wide-light.webp'), await toWebp(browser, await page.screenshot()));
  await page.context().close();
}

/** Takes the pictures of *Ajuda*, in light and dark colours, and that of the README. */
export async function takeStory({ browser, open }: DemoApp): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open({ size: PHONE, colorScheme, scale: 1.5 });
    const pictures: Buffer[] = [];
    await tellStory(page, async (name) => {
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const png = await page.screenshot();
      pictures.push(png);
      writeFileSync(join(FOLDER, `${name}-${colorScheme}.webp`), await toWebp(browser, png));
    });
    await page.context().close();
    if (colorScheme === 'light') await joinPictures(browser, pictures, README_PICTURE);
  }
}
