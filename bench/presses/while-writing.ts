import { expect, type Page } from '@playwright/test';
import { DESCRIPTION, descriptionBox, pdf } from '../../e2e/steps.ts';
import { openList } from '../measurements/search.ts';
import { measurePresses, type Walk } from './walk.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const arrive = (page: Page, name: string) => page.locator('main h1', { hasText: name }).waitFor();
const topicChosen = (page: Page) => page.locator('#topic-change').waitFor();

async function changeTopic(page: Page): Promise<void> {
  await button(page, 'Alterar').tap();
  await button(page, 'Não sei qual é o tema').waitFor();
}

async function goOnTo(page: Page, name: string): Promise<void> {
  await button(page, 'Continuar').tap();
  await arrive(page, name);
}

/** The main job, from the list to the receipt. */
const WRITING: Walk = {
  begin: openList,
  presses: [
    {
      name: '*Criar pedido*',
      bringsCode: true,
      prepare: backToList,
      press: async (page) => {
        await page.getByRole('link', { name: 'Criar pedido', exact: true }).tap();
        await arrive(page, 'Descrição do pedido');
      },
    },
    {
      name: 'a key in the description',
      bringsCode: false,
      prepare: (page) => descriptionBox(page).focus(),
      press: (page) => page.keyboard.press('R'),
    },
    {
      name: 'a kind of request',
      bringsCode: false,
      prepare: (page) => descriptionBox(page).fill(DESCRIPTION),
      press: (page) => page.getByText('Esclarecer uma dúvida', { exact: true }).tap(),
    },
    {
      name: '*Continuar* to the topic',
      bringsCode: true,
      press: (page) => goOnTo(page, 'Definir tema'),
    },
    {
      name: 'a question of the topic, by key',
      bringsCode: false,
      prepare: (page) => page.getByLabel('Evento de vida').focus(),
      press: async (page) => {
        await page.keyboard.press('ArrowDown');
        await page.locator('#topic-subject').waitFor();
      },
    },
    {
      name: 'a suggestion of a topic',
      bringsCode: false,
      press: async (page) => {
        await page.getByRole('region', { name: 'Sugestões' }).getByRole('button').first().tap();
        await topicChosen(page);
      },
    },
    {
      name: '*Não sei qual é o tema*',
      bringsCode: false,
      prepare: changeTopic,
      press: async (page) => {
        await button(page, 'Não sei qual é o tema').tap();
        await topicChosen(page);
      },
    },
    {
      name: '*Continuar* to the files',
      bringsCode: true,
      press: (page) => goOnTo(page, 'Anexar documentos'),
    },
    {
      name: '*Escolher ficheiros*',
      bringsCode: false,
      press: async (page) => {
        const chooser = page.waitForEvent('filechooser');
        await button(page, 'Escolher ficheiros').tap();
        await (await chooser).setFiles([pdf()]);
        await page.locator('main button', { hasText: /^Remover/ }).waitFor();
      },
    },
    {
      name: '*Voltar* to the topic',
      bringsCode: false,
      press: async (page) => {
        await page.getByRole('link', { name: 'Voltar', exact: true }).tap();
        await arrive(page, 'Definir tema');
      },
    },
    {
      name: '*Continuar* to the summary',
      bringsCode: true,
      prepare: (page) => goOnTo(page, 'Anexar documentos'),
      press: (page) => goOnTo(page, 'Resumo do pedido'),
    },
    {
      name: '*Submeter pedido*',
      bringsCode: true,
      press: async (page) => {
        await button(page, 'Submeter pedido').tap();
        await arrive(page, 'Pedido recebido');
      },
    },
  ],
};

async function backToList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).first().tap();
  await expect(page.locator('main li h3').first()).toBeVisible();
}

export const pressesWhileWriting = measurePresses(WRITING);
