import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expectAccessible } from '../accessibility.ts';
import { openPanel, openRequestThatIs, playClerk } from '../clerk.ts';
import { expect, test } from '../fixtures.ts';
import { beSignedIn, chooseFiles, PICTURE, pdf } from '../steps.ts';

const REPLY = 'Junto os dois comprovativos que pediram.';
const QUESTION = 'Não percebi a que mês se refere o valor.';

function writing(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

async function expectStanding(page: Page, state: string, turn: RegExp): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.getByText(turn)).toBeVisible();
  await expect(main.getByText(state, { exact: true }).first()).toBeVisible();
}

async function send(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
}

test('through every state of its life a request says whose turn it is, without being opened anew', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await beSignedIn(page);
  const reference = await openRequestThatIs(page, 'Registado');
  await expectStanding(
    page,
    'Registado',
    /^Aguarde a resposta da Segurança Social até .+ \(faltam \d+\sdias\súteis\)\.$/,
  );
  const panel = await openPanel(context);

  await playClerk(panel, 'Analisar', reference);
  await expectStanding(page, 'Em análise', /^Aguarde a resposta da Segurança Social até/);
  await playClerk(panel, 'Encaminhar', reference);
  await expectStanding(page, 'Encaminhado', /^Aguarde a resposta da Segurança Social até/);
  await expect(page.getByRole('meter')).toBeVisible();
  await playClerk(panel, 'Fazer uma pergunta', reference);
  await expectStanding(
    page,
    'Aguarda a sua resposta',
    /^Responda à pergunta abaixo\. Se for hoje, a data prevista da resposta é .+\.$/,
  );
  await expect(page.getByText('A contagem parou. Continua quando responder.')).toBeVisible();

  await send(page, 'Responder');
  await writing(page, 'A sua resposta').fill(REPLY);
  await chooseFiles(page, [pdf(), PICTURE]);
  await send(page, 'Enviar resposta');
  await expectStanding(page, 'Em análise', /^Aguarde a resposta da Segurança Social até/);
  await expect(page.getByRole('article', { name: 'A sua resposta' })).toContainText('Escrito por si');

  await playClerk(panel, 'Responder', reference);
  await expectStanding(page, 'Respondido', /A Segurança Social respondeu\. Leia a resposta\./);
  await expect(page.getByText(/^Pode pedir esclarecimento sobre a resposta até/)).toBeVisible();
  await playClerk(panel, 'Concluir', reference);
  await expectStanding(page, 'Concluído', /O pedido está concluído\. Se precisar/);

  await page.getByRole('link', { name: 'Voltar à lista de pedidos' }).click();
  const another = await openRequestThatIs(page, 'Em análise');
  await send(page, 'Anular pedido');
  await playClerk(panel, 'Encaminhar', another);
  const question = page.getByRole('dialog');
  const passed = question
    .getByRole('alert')
    .filter({ hasText: 'Entretanto o pedido passou a «Encaminhado»' });
  await expect(passed).toBeVisible();
  await expectAccessible(page, 'a withdrawal that is not possible any more');
  await question.getByRole('button', { name: 'Fechar' }).click();
  await expect(page.getByRole('heading', { name: 'O que pode fazer' })).toBeFocused();
  await playClerk(panel, 'Analisar', another);
  await send(page, 'Anular pedido');
  await send(page, 'Sim, anular');
  await expectStanding(page, 'Anulado', /Anulou este pedido: não tem de fazer mais nada/);
});

test('a question about the answer that leaves after the thirty days is refused with a sentence, and its words stay', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await beSignedIn(page);
  const reference = await openRequestThatIs(page, 'Respondido');
  const panel = await openPanel(context);
  const offline = panel.getByRole('checkbox', { name: 'Sem ligação' });
  await offline.check();
  await send(page, 'Pedir esclarecimento');
  await writing(page, 'O que quer esclarecer').fill(QUESTION);
  await send(page, 'Enviar pergunta');
  const waiting = page.getByRole('article', { name: 'O seu pedido de esclarecimento' });
  await expect(waiting).toContainText('Por enviar');

  await panel.getByLabel('Dias úteis a avançar').fill('25');
  await panel.getByRole('button', { name: 'Avançar o relógio' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: reference })).toContainText('Concluído');
  await offline.uncheck();
  await expectStanding(page, 'Concluído', /O pedido está concluído\. Se precisar/);
  await expect(page.getByText('A Segurança Social não aceitou esta mensagem')).toBeVisible();
  await expect(page.getByText(/^Podia pedir esclarecimento sobre a resposta até/)).toBeVisible();
  await expect(writing(page, 'O que quer esclarecer')).toHaveValue(QUESTION);
  await expect(page.getByRole('button', { name: 'Enviar pergunta' })).toHaveCount(0);
  await expectAccessible(page, 'a message that was refused');
});

test('a clerk who writes while somebody types or reads at the bottom of a long thread moves nothing', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await beSignedIn(page);
  const reference = await openRequestThatIs(page, 'Em análise');
  const panel = await openPanel(context);
  const articles = page.getByRole('article');
  for (const count of [1, 2, 3, 4]) {
    await playClerk(panel, 'Encaminhar', reference);
    await expect(articles).toHaveCount(count);
  }
  await playClerk(panel, 'Analisar', reference);
  await send(page, 'Juntar informação');
  const field = writing(page, 'Informação a juntar');
  await field.pressSequentially('Encontrei outro ');
  const before = await field.boundingBox();

  await playClerk(panel, 'Responder', reference);
  await expect(articles).toHaveCount(5);
  // A screen reader's region says the sentence too, so for a moment it is there twice.
  await expect(page.getByText('Houve uma mudança depois de começar a escrever').first()).toBeVisible();
  await expect(field).toBeFocused();
  // A page behind another tab is laid out when it is drawn next.
  await expect.poll(async () => (await field.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  await expectAccessible(page, 'a message that does not fit any more');
  await page.keyboard.type('recibo.');
  await expect(field).toHaveValue('Encontrei outro recibo.');

  await send(page, 'Guardar e fechar');
  await expect(page.getByRole('button', { name: 'Continuar a juntar informação' })).toBeFocused();
  const newest = articles.nth(4);
  await newest.getByRole('heading').first().focus();
  await newest.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  const read = await newest.boundingBox();
  // The page soon takes this status away again, so the test waits for it from before the press.
  const told = page
    .getByRole('status')
    .filter({ hasText: 'Chegou uma mensagem nova.' })
    .waitFor({ state: 'attached' });
  await playClerk(panel, 'Fazer uma pergunta', reference);
  await told;
  await expect(articles).toHaveCount(6);
  await expect(newest.getByRole('heading').first()).toBeFocused();
  await expect.poll(async () => (await newest.boundingBox())?.y).toBeCloseTo(read?.y ?? 0, 0);
});
