import { type BrowserContext, expect, type Page } from '@playwright/test';
import { heading } from './steps.ts';

/** What a button of the demo panel has the office do. */
export type ClerkMove = 'Analisar' | 'Fazer uma pergunta' | 'Responder' | 'Encaminhar' | 'Concluir';

/** The demo panel in a tab of its own: the citizen's page is never left, and hears of everything by itself. */
export async function openPanel(context: BrowserContext): Promise<Page> {
  const panel = await context.newPage();
  await panel.goto('/demonstracao');
  await expect(heading(panel, 'Modo de demonstração')).toBeVisible();
  return panel;
}

export async function playClerk(panel: Page, move: ClerkMove, reference: string): Promise<void> {
  await panel.getByRole('button', { name: `${move} ${reference}`, exact: true }).click();
}

/** The first request of the list that is in a state, by the words for it; answers its reference. */
export async function openRequestThatIs(page: Page, state: string): Promise<string> {
  const cards = page.getByRole('main').getByRole('listitem');
  // By its tag: a message may say the same word.
  const tag = page.getByText(state, { exact: true });
  await cards.filter({ has: tag }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'O que pode fazer' })).toBeVisible();
  const title = await heading(page, /^Pedido\s+EC-/).textContent();
  const reference = /EC-\d{4}-\d{7}/.exec(title ?? '')?.[0];
  if (!reference) throw new Error('The page names no reference');
  return reference;
}
