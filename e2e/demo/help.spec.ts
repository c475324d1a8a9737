import { expect, test } from '../fixtures.ts';
import { heading } from '../steps.ts';

test('nothing of the film is fetched before it is played, and then it has its captions', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/film/')) fetched.push(pathname);
  });
  await page.goto('/ajuda');
  await expect(heading(page, 'Ajuda')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => path.endsWith('.webm'))).toEqual([]);

  const film = page.getByLabel('Vídeo: como se faz um pedido no e-Clic');
  await film.evaluate((video: HTMLVideoElement) => video.play());
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
  const captions = () =>
    film.evaluate((video: HTMLVideoElement) =>
      [...video.textTracks]
        .filter(({ mode }) => mode === 'showing')
        .map(({ language, cues }) => [language, cues?.length]),
    );
  await expect.poll(captions).toEqual([['pt-PT', 9]]);
});

test('a topic opens where another page leads to it, and the others stay closed', async ({ page }) => {
  await page.goto('/entrar');
  await page.getByRole('link', { name: 'Não tenho NISS' }).click();
  await expect(page.getByText('O NISS tem 11 algarismos')).toBeVisible();
  await expect(page.getByText('Escreva o número de telemóvel e o PIN')).toBeHidden();
});
