import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { tabTo } from '../keys.ts';
import {
  beSignedIn,
  CODE,
  DESCRIPTION,
  goOn,
  heading,
  MARIA,
  PASSWORD,
  startRequest,
  wayOn,
  writeDescription,
} from '../steps.ts';

test('the whole job is done by keyboard alone, from sign-in to the reference', { tag: ALL_TAG }, async ({
  page,
}) => {
  await page.goto('/entrar');
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar para o conteúdo' })).toBeFocused();
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByLabel('NISS', { exact: true }));
  await page.keyboard.type(MARIA);
  await tabTo(page, page.getByLabel('Palavra-chave', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Código de verificação' }));
  await page.keyboard.type(CODE);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Os meus pedidos')).toBeFocused();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Descrição do pedido')).toBeFocused();
  await tabTo(page, page.getByRole('textbox', { name: 'Descrição do pedido', exact: true }));
  await page.keyboard.type(DESCRIPTION.replace(/\n/g, ' '));
  await tabTo(page, page.getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, wayOn(page));
  await page.keyboard.press('Enter');

  await expect(heading(page, 'Definir tema')).toBeFocused();
  await tabTo(page, page.getByLabel('Procurar tema'));
  await page.keyboard.type('baixa');
  await expect(page.getByText('Subsídio de doença').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Alterar', exact: true })).toBeFocused();
  await tabTo(page, wayOn(page));
  await page.keyboard.press('Enter');

  await expect(heading(page, 'Anexar documentos')).toBeFocused();
  await tabTo(page, wayOn(page));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Resumo do pedido')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Submeter pedido' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Pedido recebido')).toBeFocused();
  await expect(page.getByText(/EC-\d{4}-\d{7}/).first()).toBeVisible();
});

test('the questions about the topic wait for the keyboard to leave the suggestions beside them', async ({
  page,
}) => {
  await beSignedIn(page);
  await startRequest(page);
  await writeDescription(page);
  await goOn(page);
  await expect(heading(page, 'Definir tema')).toBeFocused();
  await tabTo(page, page.getByLabel('Evento de vida'));
  await page.keyboard.type('Pag');
  await tabTo(page, page.getByLabel('Assunto'));
  await page.keyboard.type('Rest');
  const reason = page.getByLabel('Motivo');
  await tabTo(page, reason);
  await page.keyboard.type('Outro');
  await expect(reason).toHaveValue('otherReason');
  await page.keyboard.press('ArrowUp');
  await expect(reason).toHaveValue('portalProblem');
  await expect(reason).toBeFocused();
  // On a wide screen the suggestions stand beside the questions, and come after them in the tab order.
  await tabTo(page, page.getByRole('button', { name: 'Não sei qual é o tema' }));
  await expect(reason).toHaveValue('portalProblem');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Alterar', exact: true })).toBeFocused();
  await expect(page.getByText('Pagamentos › Restituições › Problema técnico no portal')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(wayOn(page)).toBeFocused();
});
