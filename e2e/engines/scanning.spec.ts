import { drawInPage, SHEET } from '../paper-photo.ts';
import { putFile } from './files.ts';
import { test } from './fixtures.ts';
import { goOn, pickTopic, see, seePage, signIn, startRequest, until, writeDescription } from './steps.ts';

test('a sheet of paper is photographed and attached', async ({ open, server, home }) => {
  const browser = await open();
  await signIn(browser, server);
  await startRequest(browser);
  await writeDescription(browser, 'Junto o contrato que me pediram.');
  await goOn(browser, 'Definir tema');
  await pickTopic(browser);
  await goOn(browser, 'Anexar documentos');
  const address = await browser.run(() => location.pathname);
  await browser.goto(server.origin + address.replace('rascunhos', 'digitalizar').replace('/anexos', ''));
  await seePage(browser, 'Digitalizar documento');

  await test.step('A photo of paper becomes a PDF: its corners found, straightened, light', async () => {
    const drawing = { words: 'Folha', width: 3000, height: 4000, sheet: SHEET };
    const drawn = await browser.run(drawInPage, drawing);
    await browser.attach([putFile(home, 'folha.jpg', Buffer.from(drawn, 'base64'))]);
    await until(browser, () => {
      const corner = document.querySelector('[aria-label^="Canto superior esquerdo"]');
      const [across = 0, down = 0] = corner?.getAttribute('aria-label')?.match(/\d+/g)?.map(Number) ?? [];
      return Math.abs(across - 16) <= 1 && Math.abs(down - 10) <= 1;
    });
    await browser.click({ role: 'button', name: 'Usar esta página' });
    await see(browser, 'Juntar mais uma página');
    await until(
      browser,
      () => (document.querySelector<HTMLImageElement>('main li img')?.naturalWidth ?? 0) > 200,
    );
    await browser.click({ role: 'button', name: 'Juntar como um PDF' });
    await seePage(browser, 'Anexar documentos');
    await see(browser, /Documento digitalizado\.pdf.*Documento PDF · \d+\skB/);
  });
});
