import { type BrowserContext, expect, type Page } from '@playwright/test';
import { CODE, heading, PASSWORD } from './steps.ts';

/** Signs in by the API alone, as in another tab of the browser. */
export async function openSession({ request }: BrowserContext, niss: string): Promise<void> {
  await request.post('/api/v1/session/password', { data: { niss, password: PASSWORD } });
  await request.post('/api/v1/session/code', { data: { code: CODE, shared: false } });
}

/** Signs in without a press or a key, from the first of which on the app fetches ahead. The app finds out by itself who is there. */
export async function signInByApi(page: Page, niss: string): Promise<void> {
  await openSession(page.context(), niss);
  await page.goto('/entrar');
  // The header has no button until it names whoever is there.
  await expect(page.getByRole('banner').getByRole('button').first()).toBeVisible();
  await page.goto('/pedidos');
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
}
