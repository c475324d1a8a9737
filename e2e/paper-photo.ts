import { expect, type Page } from '@playwright/test';
import type { ChosenFile } from './steps.ts';

export const TAKE = 'Fotografar papel';
export const USE = 'Usar esta página';
export const ANOTHER = 'Juntar mais uma página';

/** Where the sheet lies on each photo, as parts of its width and height, from the top left corner on. */
export const SHEET = [
  { x: 0.16, y: 0.1 },
  { x: 0.87, y: 0.13 },
  { x: 0.9, y: 0.9 },
  { x: 0.12, y: 0.87 },
] as const;

/** Draws a photo in the browser: a printed sheet that lies askew on a dark table, with the noise of a camera. */
export async function drawPaper(page: Page, words: string, width = 3000, height = 4000): Promise<ChosenFile> {
  const bytes = await page.evaluate(drawInPage, { words, width, height, sheet: SHEET });
  return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes, 'base64') };
}

interface Drawing {
  words: string;
  width: number;
  height: number;
  sheet: typeof SHEET;
}

/** Runs in the page; returns a JPEG as base64. */
export async function drawInPage({ words, width, height, sheet }: Drawing): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas');
  context.fillStyle = '#3b2f26';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#f4f2ec';
  context.beginPath();
  for (const { x, y } of sheet) context.lineTo(x * width, y * height);
  context.fill();
  context.fillStyle = '#222222';
  context.font = `${Math.round(height / 80)}px serif`;
  const [first, second] = sheet;
  context.translate(first.x * width, first.y * height);
  context.rotate(Math.atan2((second.y - first.y) * height, (second.x - first.x) * width));
  for (let line = 0; line < 40; line += 1) {
    const text = `${words} ${line + 1}: declara-se para os devidos efeitos que foi recebido o valor devido`;
    context.fillText(text, width * 0.06, height * (0.05 + line * 0.017), width * 0.58);
  }
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at += 4) {
    // This product is as good as chance here, and the same in each run.
    const noise = ((at * 2_654_435_761) % 17) - 8;
    for (let channel = at; channel < at + 3; channel += 1)
      image.data[channel] = (image.data[channel] ?? 0) + noise;
  }
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

/** Presses a button that opens the camera, and gives it these photos. */
export async function photograph(page: Page, button: string, photos: readonly ChosenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await chooser).setFiles([...photos]);
}

export async function acceptPage(page: Page, number: number): Promise<void> {
  await expect(page.getByRole('img', { name: `Fotografia da página ${number}` })).toBeVisible();
  await page.getByRole('button', { name: USE }).click();
  await expect(page.getByRole('button', { name: ANOTHER })).toBeVisible();
}
