import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expectAccessible } from '../accessibility.ts';
import { ANSWER, askAtBalcao, beginAnswersWith, DESK_SETTINGS, openDesk, readText } from './desk.ts';
import { addClerk, type Installation, installEmbedded, ORIGIN, runOffice } from './installations.ts';

/** With this many requests, the list has a second page. */
const REQUESTS = 51;
const LASTS_MS = 600_000;
/** A name longer than its column. */
const NAME = 'Ana Sofia Vasconcelos de Albuquerque e Exemplo';
const ROW_MAX_PX = 68;
const WIDTHS_PX = [1920, 1366, 1280, 1279, 1024, 768, 360, 320];

test.use({ baseURL: ORIGIN });

/** Expects no violations in light and dark colours. */
async function look(page: Page, what: string): Promise<void> {
  await page.waitForLoadState();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${what}, ${colorScheme}`);
  }
}

/** Expects the words on the screen, and not on paper. */
async function expectOnlyOnScreen(page: Page, words: string): Promise<void> {
  await expect(page.getByText(words)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(words)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
}

test.describe('every page of Balcão', { tag: ALL_TAG }, () => {
  let installation: Installation | null = null;
  let password = '';
  let reference = '';

  test.beforeEach(async () => {
    test.setTimeout(LASTS_MS);
    installation = await installEmbedded(DESK_SETTINGS);
    const { env } = installation;
    Object.assign(env, {
      MAIL_DIR: join(env.DATA_DIR ?? '', 'mail'),
      MAIL_FROM: 'e-Clic <nao-responder@exemplo.pt>',
    });
    password = addClerk(env, 'ana', NAME);
    addClerk(env, 'rui', 'Rui Exemplo');
    runOffice(env, 'supervisor', 'add', 'ana');
    runOffice(env, 'service', 'add', 'prestacoes', '--name', 'Prestações familiares');
    runOffice(env, 'service', 'put', 'rui', 'prestacoes');
    await installation.start();
    reference = await askAtBalcao(REQUESTS);
  });
  test.afterEach(() => installation?.takeAway());

  test('is accessible in each state, at 1280 and 320 pixels, by day and by night', async ({ browser }) => {
    const page = await openDesk(browser, password);
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    const unfold = (words: string) => page.locator('summary').filter({ hasText: words }).click();
    const message = page.getByLabel('Mensagem').first();
    const request = `/balcao/pedidos/${reference}`;

    await look(page, 'the list');
    await page.goto('/balcao?tipo=duvida&pagina=2');
    await look(page, 'a page of the list, filtered');
    await page.goto('/balcao?vista=concluidos');
    await look(page, 'an empty view');
    await page.getByLabel('Procurar pedidos').fill('girafa');
    await press('Procurar');
    await look(page, 'nothing found');
    await page.getByLabel('Procurar pedidos').fill('Maria Exemplo');
    await press('Procurar');
    await look(page, 'what was found');

    await page.goto(request);
    await look(page, 'a request');
    await beginAnswersWith(page, '{nome}, o pedido {referência} é sobre {tema}.');
    await look(page, 'a saved reply, kept');
    await page.goto(request);
    await expect(message).toHaveValue(/^Maria Exemplo, o pedido EC-/);
    await look(page, 'an answer that has begun');
    await press('Retirar este texto');
    await expect(message).toHaveValue('');
    await look(page, 'an answer whose beginning was taken out');
    await page.goto(request);
    await page.getByRole('link', { name: /^Ver / }).click();
    const shown = page.getByRole('img', { name: /^Imagem/ });
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await look(page, 'a picture beside a request');
    await page.goto(`${request}?outros=sim`);
    await look(page, 'with the other requests');
    await press(/^Mostrar o NISS/);
    await look(page, 'with the NISS');
    await press('Fica comigo');
    for (const each of ['Passar a…', 'Juntar uma nota', 'Usar uma resposta guardada']) await unfold(each);
    for (const each of ['Perguntar ao requerente', 'Encaminhar', 'Pôr em análise']) await unfold(each);
    await look(page, 'with everything unfolded');
    await page.getByLabel('Nova nota interna').fill('Envia a declaração amanhã.');
    await press('Juntar nota');
    await look(page, 'with a note');
    await unfold('Usar uma resposta guardada');
    await press('Pôr no texto');
    await look(page, 'a saved reply, chosen');
    await message.fill('curto');
    await readText(page);
    await press('Enviar resposta');
    await look(page, 'an answer that is too short');
    await message.fill(ANSWER);
    await readText(page);
    await press('Enviar resposta');
    await look(page, 'an answer on its way');
    await expectOnlyOnScreen(page, ANSWER);
    await expectOnlyOnScreen(page, 'Envia a declaração amanhã.');
    await press('Desfazer');
    await look(page, 'an answer taken back');
    await readText(page);
    await press('Enviar e abrir o seguinte');
    await look(page, 'the next request');
    await page.keyboard.press('?');
    await look(page, 'the shortcuts');

    await page.goto('/balcao/respostas');
    await unfold('Prova escolar');
    await look(page, 'saved replies');
    await page.getByRole('link', { name: 'Alterar «Prova escolar»' }).click();
    await look(page, 'a saved reply');
    await page.goto('/balcao/avisos');
    await page.getByLabel('Pedidos novos e novidades dos requerentes').check();
    await press('Guardar avisos');
    await look(page, 'an address that is missing');
    await page.getByLabel('Endereço de correio eletrónico').fill('ana@exemplo.pt');
    await press('Guardar avisos');
    await look(page, 'notices, kept');
    const places = [
      'reclamacoes',
      'numeros',
      'servicos',
      'registo',
      'registo?quem=girafa',
      'palavra-chave',
      'nada',
    ];
    for (const place of places) {
      await page.goto(`/balcao/${place}`);
      await look(page, place);
    }
    await page.goto('/balcao');
    await press('Terminar sessão');
    await look(page, 'the sign-in');
    await page.getByLabel('Nome de utilizador').fill('ana');
    await page.getByLabel('Palavra-chave').fill('errada');
    await press('Iniciar sessão');
    await look(page, 'a wrong password');
    await page.context().close();
  });

  test('has its header in one row at each width, in the same place, with whole words on its buttons', async ({
    browser,
  }) => {
    const page = await openDesk(browser, password);
    for (const width of WIDTHS_PX) {
      await page.setViewportSize({ width, height: 800 });
      const starts: (number | undefined)[] = [];
      for (const path of ['/balcao', '/balcao/respostas', `/balcao/pedidos/${reference}`]) {
        await page.goto(path);
        await page.waitForLoadState();
        const header = await page.getByRole('banner').boundingBox();
        expect(header?.height, `${path} at ${width} px`).toBeLessThan(ROW_MAX_PX);
        starts.push((await page.getByRole('banner').getByRole('link').first().boundingBox())?.x);
        expect(await page.evaluate(findBrokenWords), `${path} at ${width} px`).toEqual([]);
        expect(await page.evaluate(findOverlaps), `${path} at ${width} px`).toEqual([]);
      }
      expect(new Set(starts).size, `at ${width} px`).toBe(1);
    }
    await page.context().close();
  });
});

/** Runs in the page: returns buttons whose single word takes two lines. */
function findBrokenWords(): string[] {
  const heightOf = (button: Element) => button.getBoundingClientRect().height;
  const words = [...document.querySelectorAll('button')].filter(
    (button) => !button.textContent.includes(' '),
  );
  return words.filter((button) => heightOf(button) > 50).map((button) => button.textContent);
}

/** Runs in the page: returns the parts of the header that lie over the part before. */
function findOverlaps(): string[] {
  const parts = [...document.querySelectorAll('.brand, .beside a, .beside .leave > *')];
  const boxes = parts.map((part) => ({ part, box: part.getBoundingClientRect() }));
  const shown = boxes.filter(({ box }) => box.width > 0);
  return shown
    .filter(({ box }, at) => at > 0 && (shown[at - 1]?.box.right ?? 0) > box.left)
    .map(({ part }) => part.textContent);
}
