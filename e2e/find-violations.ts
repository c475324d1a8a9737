import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Stands in for axe's own code, half a megabyte, where the page has it already. */
const NOTHING_MORE = ';';

/** Returns what axe finds on the page as it stands, one sentence each. */
export async function findViolations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING_MORE }) })
    // The usual mode opens a second page for each run to gather the results of frames; these pages have none.
    .setLegacyMode(true)
    // Nobody reads what passed, and to describe it takes as long as to look.
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
