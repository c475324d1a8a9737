import { expect, type Page } from '@playwright/test';
import { readPdf } from '../testing/read-pdf.ts';

/** What is only for the screen. */
const NOT_ON_PAPER = [
  'Criar pedido',
  'Definições',
  'Terminar sessão',
  'Imprimir',
  'Descarregar',
  'Saltar para o conteúdo',
  'O que pode fazer',
  'Ver comprovativo',
  'Responder',
  'Anular pedido',
  'Anular reclamação',
  'Modo de demonstração',
];

/** One or two A4 pages with these words, or as many as are said, and nothing that is only for the screen. */
export async function expectCleanPaper(page: Page, words: readonly string[], mostPages = 2): Promise<void> {
  const { pages } = await readPdf(new Blob([new Uint8Array(await page.pdf({ preferCSSPageSize: true }))]));
  const paper = pages.join('\n');
  expect(pages.length).toBeLessThanOrEqual(mostPages);
  for (const word of words) expect(paper).toContain(word);
  for (const word of NOT_ON_PAPER) expect(paper).not.toContain(word);
}
