import { expectHeard, goTo, hear, openListening } from '../a11y/screen-reader.ts';
import { expect, test } from '../fixtures.ts';
import { drawPaper } from '../paper-photo.ts';
import { goToFiles } from '../steps.ts';

test('a sheet is photographed, moved by its corner and attached by keyboard and ear alone', async ({
  page,
}, testInfo) => {
  // It listens after each key, and a busy machine takes a minute for the sheet.
  test.setTimeout(120_000);
  await goToFiles(page);
  const photo = await drawPaper(page, 'Folha um', 1200, 1600);
  await openListening(page, page.url());
  // The system's own camera takes the photo; the test hands over a file in its place.
  page.on('filechooser', (camera) => void camera.setFiles(photo));
  await goTo(page, /^button, Fotografar papel/);
  await page.keyboard.press('Enter');
  await expectHeard(page, 'heading, Digitalizar documento, level 1');
  await goTo(page, /^button, Canto superior esquerdo, 16.% da esquerda, 10.% do cimo/);
  await page.keyboard.press('ArrowRight');
  await expectHeard(page, /^polite: Canto superior esquerdo, 17.% da esquerda, 10.% do cimo/);
  await goTo(page, /^button, Rodar/);
  await page.keyboard.press('Enter');
  await expectHeard(page, 'polite: Fotografia rodada.');
  await goTo(page, /^button, Usar esta página/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expectHeard(page, 'polite: Página 1 pronta.');
  await goTo(page, /^button, Juntar como um PDF/);
  await page.keyboard.press('Enter');
  await expectHeard(page, 'heading, Anexar documentos, level 1');
  const heard = await hear(page);
  await testInfo.attach('heard.txt', { body: heard.join('\n'), contentType: 'text/plain' });
  expect(heard.filter((phrase) => phrase.startsWith('polite: Canto'))).toHaveLength(1);
});
