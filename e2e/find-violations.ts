import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Stands in for axe's own code, half a megabyte, where the page has it already. */
const NOTHING_MORE = ';';

/** What axe looks for: everything, what depends on colours, or all but contrast. */
export type AxeRules = 'all' | 'colours' | 'sizes';

const CONTRAST_RULES = ['color-contrast', 'link-in-text-block'];
/** In forced colours the browser draws controls of its own size. */
const COLOUR_RULES = [...CONTRAST_RULES, 'target-size'];

/** Returns what axe finds on the page as it stands, one sentence each. */
export async function findViolations(page: Page, rules: AxeRules = 'all'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING_MORE }) })
    // The usual mode opens a second page for each run to gather the results of frames; these pages have none.
    .setLegacyMode(true)
    // Nobody reads what passed, and to describe it takes as long as to look.
    .options({ resultTypes: ['violations'] });
  if (rules === 'colours') axe.withRules(COLOUR_RULES);
  else axe.withTags(TAGS).disableRules(rules === 'sizes' ? CONTRAST_RULES : []);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
