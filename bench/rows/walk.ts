import { expect, type Page } from '@playwright/test';
import { descriptionBox, pdf } from '../../e2e/steps.ts';
import {
  type Step,
  TO_DESCRIPTION,
  TO_RECEIVED,
  TO_REQUEST,
  TO_SETTINGS,
  toHelp,
  toList,
  WRITING,
} from '../../e2e/walk-steps.ts';
import { FOUND } from './answers.ts';

/** One press or key on a walk through the app. */
export interface Press extends Omit<Step, 'arrived' | 'back'> {
  /** Whether the first press of a page's life has code to fetch and to run. */
  bringsCode?: boolean;
  /** The heading of another page. */
  arrived?: Step['arrived'];
  /** What is new on the same page: a selector, since to look for roles and names keeps the page busy, up to 0.1 s of its press. */
  shows?: string;
}

const [TO_TOPIC, TO_FILES, TO_SUMMARY] = WRITING;

const go = (name: string, { press, arrived }: Step, bringsCode = true): Press => ({
  name,
  press,
  arrived,
  bringsCode,
});
const press = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();

/** A list that still shows what was searched has no groups. */
async function emptySearch(page: Page): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await box.blur();
  await expect(page.locator(FOUND)).toHaveCount(0);
}

/** The main job, from the list to the receipt, and a look around after it. */
export const WALK: readonly Press[] = [
  { ...TO_DESCRIPTION, name: '*Criar pedido*', bringsCode: true },
  {
    name: 'a key in the description',
    prepare: (page) => descriptionBox(page).focus(),
    press: (page) => page.keyboard.press('R'),
  },
  {
    name: 'a kind of request',
    press: (page) => page.getByText('Esclarecer uma dúvida', { exact: true }).click(),
  },
  { ...TO_TOPIC, name: '*Continuar* to the topic', bringsCode: true },
  {
    name: 'a question of the topic, by key',
    prepare: (page) => page.getByLabel('Evento de vida').focus(),
    press: (page) => page.keyboard.press('ArrowDown'),
    shows: '#topic-subject',
  },
  {
    name: 'a suggestion of a topic',
    press: (page) => page.getByRole('region', { name: 'Sugestões' }).getByRole('button').first().click(),
    shows: '#topic-change',
  },
  go('*Continuar* to the files', TO_FILES),
  {
    name: '*Escolher ficheiros*',
    async press(page) {
      const chooser = page.waitForEvent('filechooser');
      await press(page, 'Escolher ficheiros');
      await (await chooser).setFiles([pdf()]);
    },
    shows: 'main button:has-text("Remover")',
  },
  go('*Continuar* to the summary', TO_SUMMARY),
  go('*Submeter pedido*', TO_RECEIVED),
  go('*Ajuda*', toHelp('received')),
  go('*Definições*', TO_SETTINGS),
  go('*Os meus pedidos*', toList('settings'), false),
  {
    name: 'the search of the list and a key in it',
    bringsCode: true,
    prepare: emptySearch,
    // The code is fetched when the box is entered: whoever then types at once waits for it.
    async press(page) {
      await page.getByRole('searchbox').click();
      await page.keyboard.press('p');
    },
    shows: FOUND,
  },
  {
    ...go('opening a request', TO_REQUEST),
    prepare: emptySearch,
    // One to which *Responder* belongs.
    press: (page) =>
      page.locator('main li').filter({ hasText: 'Aguarda a sua resposta' }).locator('h3 a').first().click(),
  },
  {
    name: '*Responder*',
    bringsCode: true,
    press: (page) => press(page, 'Responder'),
    shows: 'main textarea',
  },
  {
    name: '*Voltar à lista de pedidos*',
    press: (page) => page.getByRole('link', { name: 'Voltar à lista de pedidos' }).click(),
    arrived: 'Os meus pedidos',
  },
];
