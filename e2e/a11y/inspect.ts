import type { Page } from '@playwright/test';
import { findViolations } from '../find-violations.ts';
import { measure } from './measure.ts';
import { measureSeal } from './measure-seal.ts';

/** Returns the problems of the page as it stands, one sentence each. */
export async function inspect(page: Page): Promise<string[]> {
  return [
    ...(await findViolations(page)),
    ...(await page.evaluate(measure)),
    ...(await page.evaluate(measureSeal)),
  ];
}
