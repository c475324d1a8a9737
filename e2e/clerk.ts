import { type BrowserContext, expect, type Page } from '@playwright/test';
import { heading } from './steps.ts';

/** The buttons of the demo panel with which the office acts on a request. */
export type ClerkMove = 'Analisar' | 'Fazer uma pergunta' | 'Responder' | 'Encaminhar' | 'Concluir';

/** Opens the demo panel in a tab of its own: the citizen's page stays open, and learns of every change by itself. */
export async function openPanel(context: BrowserContext): Promise<Page> {
  const panel = await context.newPage();
  await panel.goto('/demonstracao');
  await expect(heading(panel, 'Modo de demonstração')).toBeVisible();
  return panel;
}

export async function playClerk(panel: Page, move: ClerkMove, reference: string): Promise<void> {
  await panel.getByRole('button', { name: `${move} ${reference}`, exact: true }).click();
}

/** Opens the first request of the list in a state, given by its words, and returns its reference. */
export async function openRequestThatIs(page: Page, state: string): Promise<string> {
  const cards = page.getByRole('main').getByRole('listitem');
  // Looks for the tag of the card: a message may use the same word.
  const tag = page.getByText(state, { exact: true });
  await cards.filter({ has: tag }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'O que pode fazer' })).toBeVisible();
  const title = await heading(page, /^Pedido\s+EC-/).textContent();
  const reference = /EC-\d{4}-\d{7}/.exec(title ?? '')?.[0];
  if (!reference) throw new Error('The page names no reference');
  return reference;
}
