import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '../../src/state/kept-preferences.ts';
import { drawPaper } from '../paper-photo.ts';
import { CODE, descriptionBox, heading, MARIA, PASSWORD } from '../steps.ts';
import { withDemoApp } from './demo-app.ts';
import { type Scene, writeCaptions } from './write-captions.ts';

const FOLDER = join(import.meta.dirname, '../../public/film');
const LOCALES = join(import.meta.dirname, '../../locales');
const PHONE = { width: 360, height: 640 };
const QUESTION = 'Recebi uma nota de cobrança de contribuições de maio. Já paguei. O que falta?';
/** How long the film rests on a screen, in seconds: people read the captions meanwhile. */
const LOOK_S = 3;
const GLANCE_S = 1.2;
const LETTERS_A_FRAME = 5;
const TYPED_FRAME_S = 0.18;

/** Keeps the frames on disk, each with its duration and its scene. */
function createReel(page: Page) {
  const folder = mkdtempSync(join(tmpdir(), 'e-clic-film-'));
  const lines: string[] = [];
  const scenes: Scene[] = [];
  let now = 0;

  async function frame(seconds: number): Promise<void> {
    const path = join(folder, `${lines.length}.png`);
    writeFileSync(path, await page.screenshot());
    lines.push(`file '${path}'\nduration ${seconds}`);
    now += seconds;
    const scene = scenes.at(-1);
    if (scene) scene.endS = now;
  }

  return {
    frame,
    begin(key: string): void {
      scenes.push({ key, beginS: now, endS: now });
    },
    /** Shows the control with the focus ring for a moment, and then presses it. */
    async press(target: Locator): Promise<void> {
      await target.scrollIntoViewIfNeeded();
      await target.focus();
      await frame(GLANCE_S);
      await target.click();
    },
    async type(target: Locator, text: string): Promise<void> {
      for (let end = LETTERS_A_FRAME; end - LETTERS_A_FRAME < text.length; end += LETTERS_A_FRAME) {
        await target.fill(text.slice(0, end));
        await frame(TYPED_FRAME_S);
      }
    },
    /** Makes the frames into one film without sound. */
    develop(path: string): readonly Scene[] {
      const list = join(folder, 'frames.txt');
      writeFileSync(list, `${lines.join('\n')}\n`);
      const picture = ['-vf', 'fps=12', '-c:v', 'libvpx-vp9', '-crf', '40', '-b:v', '0', '-an'];
      execFileSync('ffmpeg', [
        '-y',
        '-v',
        'error',
        '-f',
        'concat',
        '-safe',
        '0',
        '-i',
        list,
        ...picture,
        path,
      ]);
      rmSync(folder, { recursive: true });
      return scenes;
    },
  };
}

async function act(page: Page, { begin, frame, press, type }: ReturnType<typeof createReel>): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const arrive = async (name: string | RegExp) => {
    await heading(page, name).waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await frame(LOOK_S);
  };

  begin('signIn');
  await page.goto('/entrar');
  await arrive('Iniciar sessão');
  await page.getByLabel('NISS', { exact: true }).scrollIntoViewIfNeeded();
  await type(page.getByLabel('NISS', { exact: true }), MARIA);
  await page.getByLabel('Palavra-chave', { exact: true }).fill(PASSWORD);
  await press(button('Entrar'));
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
  await press(button('Confirmar'));

  begin('list');
  await arrive('Os meus pedidos');
  await press(page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true }));

  begin('describe');
  await arrive('Descrição do pedido');
  await type(descriptionBox(page), QUESTION);
  await page.getByText('Guardado neste dispositivo').waitFor();
  await frame(LOOK_S);
  await page.getByRole('radio', { name: 'Esclarecer uma dúvida' }).check();
  await press(button('Continuar'));

  begin('topic');
  await arrive('Definir tema');
  await press(page.getByRole('button', { name: /Pagamento de Contribuições/ }).first());
  await button('Alterar').waitFor();
  await frame(LOOK_S);
  await press(button('Continuar'));

  begin('attach');
  await arrive('Anexar documentos');
  const photo = await drawPaper(page, 'Fatura');
  page.once('filechooser', (camera) => void camera.setFiles(photo));
  await press(button('Fotografar papel'));

  begin('scan');
  await page.getByRole('img', { name: 'Fotografia da página 1' }).waitFor();
  await arrive('Digitalizar documento');
  await press(button('Usar esta página'));
  await button('Juntar mais uma página').waitFor();
  await page.getByLabel('Nome do PDF').fill('Fatura');
  await press(button('Juntar como um PDF'));
  await heading(page, 'Anexar documentos').waitFor();
  await button('Remover Fatura.pdf').scrollIntoViewIfNeeded();
  await frame(LOOK_S);
  await press(button('Continuar'));

  begin('review');
  await arrive('Resumo do pedido');
  await press(button('Submeter pedido'));

  begin('received');
  await arrive('Pedido recebido');
  await page.getByRole('main').getByText('Comprovativo assinado').first().scrollIntoViewIfNeeded();
  await frame(LOOK_S);
  const reference = /EC-\d{4}-\d{7}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';

  await page.getByRole('link', { name: 'Modo de demonstração' }).click();
  await page.getByRole('button', { name: /10 dias úteis/ }).click();
  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: reference }).filter({ hasText: 'Respondido' }).waitFor();
  begin('answer');
  await arrive('Os meus pedidos');
  await press(page.getByRole('listitem').filter({ hasText: reference }).getByRole('link'));
  await arrive(new RegExp(`Pedido ${reference}`));
  await page
    .getByRole('article')
    .filter({ hasText: /resposta/i })
    .first()
    .scrollIntoViewIfNeeded();
  await frame(2 * LOOK_S);
}

function readSentences(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(LOCALES, language, 'help.json'), 'utf8')).film.scenes;
}

mkdirSync(FOLDER, { recursive: true });
await withDemoApp(async ({ open }) => {
  const page = await open({ size: PHONE, colorScheme: 'light', scale: 1.5 });
  const reel = createReel(page);
  await act(page, reel);
  const scenes = reel.develop(join(FOLDER, 'como-funciona.webm'));
  for (const { code } of LANGUAGES) {
    writeFileSync(join(FOLDER, `${code}.vtt`), writeCaptions(scenes, readSentences(code)));
  }
});
