import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** Of the two forms of the same code, the one that is half as long comes into a page in half the time. */
const CODE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Nobody reads what passed, and to describe it takes as long as to look.
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Returns what axe finds on the page as it stands, one sentence each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Axe stays in a document until the document is left.
  if (await page.evaluate(() => !window.axe)) await page.evaluate(CODE);
  return page.evaluate(look, OPTIONS);
}

/** Runs in the page. */
async function look(options: axe.RunOptions): Promise<string[]> {
  if (!window.axe) throw new Error('Axe is not there');
  const { violations } = await window.axe.run(document, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
