import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { measure } from './measure.ts';
import { measureSeal } from './measure-seal.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything found on the page as it is now, in sentences; empty is good. */
export async function inspect(page: Page): Promise<string[]> {
  // Legacy: without a second page for each run, as there are no frames to gather.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  return [...found, ...(await page.evaluate(measure)), ...(await page.evaluate(measureSeal))];
}
