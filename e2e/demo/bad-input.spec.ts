import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import {
  beSignedIn,
  type ChosenFile,
  CODE,
  chooseFiles,
  descriptionBox,
  fillCredentials,
  goOn,
  goToFiles,
  heading,
  JOAO,
  MARIA,
  pdf,
  startRequest,
  writeDescription,
} from '../steps.ts';

const FAMILY = '👨‍👩‍👧‍👦';

/** Expects the sentence in the error summary, which has the focus, and at the field. */
async function expectError(page: Page, sentence: string): Promise<void> {
  const summary = page.getByRole('heading', { name: 'Há um problema' }).locator('..');
  await expect(summary).toContainText(sentence);
  await expect(page.getByText(sentence)).toHaveCount(2);
  await expect(page).toHaveTitle(/^Erro: /);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test.describe('signing in', () => {
  const pressEnter = (page: Page) => page.getByRole('button', { name: 'Entrar', exact: true }).click();

  for (const [niss, sentence] of [
    ['10000000001', 'O NISS não está certo. Verifique os algarismos'],
    ['1000000000a', 'O NISS tem 11 algarismos'],
    ['1000000000', 'O NISS tem 11 algarismos'],
  ] as const) {
    test(`the NISS ${niss} gets its sentence and stays in the field`, async ({ page }) => {
      await page.goto('/entrar');
      await fillCredentials(page, niss);
      await pressEnter(page);
      await expectError(page, sentence);
      await expect(page.getByLabel('NISS', { exact: true })).toHaveValue(niss);
    });
  }

  test('a NISS pasted with spaces and dots is taken', { tag: ALL_TAG }, async ({ page }) => {
    await page.goto('/entrar');
    await fillCredentials(page, ' 100 000.000-00 ');
    await pressEnter(page);
    await expect(page.getByRole('textbox', { name: 'Código de verificação' })).toBeVisible();
  });

  test('a wrong palavra-chave does not tell which of the two was wrong', async ({ page }) => {
    await page.goto('/entrar');
    await fillCredentials(page, MARIA, 'outra');
    await pressEnter(page);
    await expect(page.getByText('O NISS ou a palavra-chave não estão certos').first()).toBeVisible();
  });

  test('a wrong code and an expired one each get their sentence; the right one then works', async ({
    page,
  }) => {
    await page.goto('/entrar');
    await fillCredentials(page);
    await pressEnter(page);
    const code = page.getByRole('textbox', { name: 'Código de verificação' });
    const confirm = page.getByRole('button', { name: 'Confirmar', exact: true });
    await code.fill('111111');
    await confirm.click();
    await expectError(page, 'O código não está certo');
    await code.fill('000000');
    await confirm.click();
    await expectError(page, 'O código já não é válido. Peça outro');
    await page.getByRole('button', { name: 'Pedir outro código' }).click();
    await code.fill(CODE);
    await confirm.click();
    await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  });

  test('too many attempts say when to try again', { tag: ALL_TAG }, async ({ page }) => {
    await page.goto('/entrar');
    await fillCredentials(page, JOAO, 'outra');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await pressEnter(page);
      await expect(page.getByRole('heading', { name: 'Há um problema' })).toBeVisible();
      await page.getByLabel('Palavra-chave', { exact: true }).fill(`outra${attempt}`);
    }
    await pressEnter(page);
    await expect(page.getByText(/Demasiadas tentativas\. Tente de novo às \d\d:\d\d/).first()).toBeVisible();
  });
});

test.describe('the description', () => {
  test.beforeEach(async ({ page }) => {
    await beSignedIn(page);
    await startRequest(page);
    await page.getByRole('radio', { name: 'Pedir informação' }).check();
  });

  for (const [what, text, sentence] of [
    ['empty', '', 'Escreva a descrição do pedido'],
    ['9 characters', 'á'.repeat(9), 'Escreva pelo menos 10 caracteres'],
    ['4012 characters', 'á'.repeat(4012), 'A descrição tem 12 caracteres a mais. Pode escrever até 4000'],
  ] as const) {
    test(`${what}: gets its sentence and nothing typed is lost`, async ({ page }) => {
      await descriptionBox(page).fill(text);
      await goOn(page);
      await expectError(page, sentence);
      await expect(descriptionBox(page)).toHaveValue(text);
      await page.getByRole('link', { name: sentence }).click();
      await expect(descriptionBox(page)).toBeFocused();
    });
  }

  test('3990 family emoji count as a person counts them, and pass', { tag: ALL_TAG }, async ({ page }) => {
    await descriptionBox(page).fill(FAMILY.repeat(3990));
    await goOn(page);
    await expect(heading(page, 'Definir tema')).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

test.describe('attachments', () => {
  test.beforeEach(({ page }) => goToFiles(page));

  const program: ChosenFile = {
    name: 'foto.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 1)]),
  };

  test('a program named .jpg is not taken', async ({ page }) => {
    await chooseFiles(page, [program]);
    await expect(page.getByText(/«foto\.jpg» não é de um tipo aceite\. Escolha um ficheiro PDF/)).toHaveCount(
      2,
    );
  });

  test('an empty file is told at once', { tag: ALL_TAG }, async ({ page }) => {
    await chooseFiles(page, [{ ...pdf('x.pdf'), buffer: Buffer.alloc(0) }]);
    await expectError(page, '«x.pdf» está vazio');
  });

  test('a file of 11 MB is told with its size and the limit', async ({ page }) => {
    await chooseFiles(page, [pdf('grande.pdf', 11 * 1024 * 1024)]);
    await expectError(page, '«grande.pdf» tem 11 MB. Cada ficheiro pode ter até 10 MB');
  });

  test('eleven files are too many: ten are taken and the other is named', async ({ page }) => {
    const eleven = Array.from({ length: 11 }, (_, n) => pdf(`f${n}.pdf`, 1_000 + n));
    await chooseFiles(page, eleven);
    await expectError(page, 'Só pode juntar até 10 ficheiros. Escolheu 11. Por juntar: «f10.pdf»');
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(10);
  });

  test('the same file twice is told; another file of the same name is kept', { tag: ALL_TAG }, async ({
    page,
  }) => {
    await chooseFiles(page, [pdf('x.pdf', 1_000)]);
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(1);
    await chooseFiles(page, [pdf('x.pdf', 1_000)]);
    await expectError(page, 'Já juntou «x.pdf»');
    await chooseFiles(page, [pdf('x.pdf', 1_001)]);
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Há um problema' })).toHaveCount(0);
  });

  test('a name of 300 characters with right-to-left marks breaks no layout', { tag: ALL_TAG }, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await chooseFiles(page, [pdf(`\u202e${'nome'.repeat(74)}.pdf`)]);
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(1);
    await expectNoSidewaysScroll(page);
    await goOn(page);
    await expect(heading(page, 'Resumo do pedido')).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  test('a removed file comes back with «Desfazer», a good one beside a bad one is kept', {
    tag: ALL_TAG,
  }, async ({ page }) => {
    await chooseFiles(page, [program, pdf('bom.pdf')]);
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(1);
    await page.getByRole('button', { name: /Remover/ }).click();
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Desfazer' }).click();
    await expect(page.getByText('bom.pdf').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Escolher ficheiros' })).toBeFocused();
  });
});

test('a topic that is not chosen gets its sentence', { tag: ALL_TAG }, async ({ page }) => {
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page);
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeVisible();
  await goOn(page);
  await expectError(page, 'Escolha o tema do pedido ou «Não sei qual é o tema»');
});
