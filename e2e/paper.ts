import { expect, type Page } from '@playwright/test';
import { readPdf } from '../testing/read-pdf.ts';

/** Words that belong to the screen alone. */
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
  'A obter o código de consulta',
  'O código de consulta aparece aqui',
];

/** Expects at most two A4 pages, or as many as given, with these words and without anything that belongs to the screen alone. */
export async function expectCleanPaper(page: Page, words: readonly string[], mostPages = 2): Promise<void> {
  const { pages } = await readPdf(new Blob([new Uint8Array(await page.pdf({ preferCSSPageSize: true }))]));
  const paper = pages.join('\n');
  expect(pages.length).toBeLessThanOrEqual(mostPages);
  for (const word of words) expect(paper).toContain(word);
  for (const word of NOT_ON_PAPER) expect(paper).not.toContain(word);
}
