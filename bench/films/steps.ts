import type { Page } from '@playwright/test';
import { CODE, fillCredentials, goOn, pickTopic, writeDescription } from '../../e2e/steps.ts';

/** From one page to another. */
export interface Step {
  name: string;
  /** What is done on the page before it is left. */
  prepare?: (page: Page) => Promise<void>;
  press: (page: Page) => Promise<unknown>;
  /** The heading of the other page. */
  arrived: string | RegExp;
}

const LIST = 'Os meus pedidos';
const link = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).first().click();
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const openRequest = (page: Page) => page.locator('main li h3 a').filter({ hasText: /./ }).first().click();

async function askForCode(page: Page): Promise<void> {
  await page.goto('/entrar');
  await fillCredentials(page);
  await button('Entrar')(page);
  await page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);
}

export const SIGN_IN: Step = {
  name: 'sign-in › list',
  prepare: askForCode,
  press: button('Confirmar'),
  arrived: LIST,
};

/** The main job, and a look around after it. */
export const WALK: readonly Step[] = [
  { name: 'list › description', press: link('Criar pedido'), arrived: 'Descrição do pedido' },
  { name: 'description › topic', prepare: writeDescription, press: goOn, arrived: 'Definir tema' },
  { name: 'topic › files', prepare: pickTopic, press: goOn, arrived: 'Anexar documentos' },
  { name: 'files › summary', press: goOn, arrived: 'Resumo do pedido' },
  { name: 'summary › receipt', press: button('Submeter pedido'), arrived: 'Pedido recebido' },
  { name: 'receipt › help', press: link('Ajuda'), arrived: 'Ajuda' },
  { name: 'help › settings', press: link('Definições'), arrived: 'Definições' },
  { name: 'settings › list', press: link(LIST), arrived: LIST },
  { name: 'list › request', press: openRequest, arrived: /Pedido EC-/ },
  { name: 'request › list, back', press: (page) => page.goBack(), arrived: LIST },
];
