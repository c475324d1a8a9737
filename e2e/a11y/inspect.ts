import type { Page } from '@playwright/test';
import { findViolations } from '../find-violations.ts';
import { measure } from './measure.ts';
import { measureSeal } from './measure-seal.ts';

/** Everything found on the page as it is now, in sentences; empty is good. */
export async function inspect(page: Page): Promise<string[]> {
  return [
    ...(await findViolations(page)),
    ...(await page.evaluate(measure)),
    ...(await page.evaluate(measureSeal)),
  ];
}
