import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { serverAt } from '../../contract/conformance/local-server.ts';
import {
  ORIGIN as CITIZENS_ORIGIN,
  type Browser as Citizen,
  signIn as signInCitizen,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { poll } from '../poll.ts';
import { PICTURE } from '../steps.ts';
import { ORIGIN } from './installations.ts';

/** Leaves time to take back what a clerk sends. */
export const DESK_SETTINGS = {
  SIGN_IN: 'simulator',
  CLERK_SECOND_FACTOR: 'off',
  BALCAO_UNDO_SECONDS: '600',
  DAY_REQUESTS: '9999',
};
export const ANSWER = 'A nota diz respeito ao mês de outubro.';
/** The topic of the saved reply. */
export const TOPIC = {
  status: 'known',
  version: '2026-11',
  lifeEvent: { id: 'family', label: 'Família' },
  subject: { id: 'childBenefit', label: 'Abono de família para crianças e jovens' },
  reason: { id: 'requestProgress', label: 'Saber em que ponto está um pedido' },
} as const;

/** The server does not send a text that it has put into the field before this time: the clerk cannot have read it. */
const READING_MS = 1000;

/** Submits a request with a picture, then more without one. Returns the reference of the first. */
export async function askAtBalcao(count: number): Promise<string> {
  const server = serverAt(Number(new URL(ORIGIN).port), CITIZENS_ORIGIN);
  const maria: Citizen = await signInCitizen({ server, advance() {}, stop: async () => {} });
  const { name, buffer } = PICTURE;
  const file = { ...(await uploaded(maria, buffer, name)), type: PICTURE.mimeType };
  const references: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const content = submission(made === 0 ? { attachments: [file], topic: TOPIC } : {});
    const answer = await submit<CitizenRequest>(maria, randomUUID(), content);
    references.push(answer.body.reference);
  }
  return references[0] ?? '';
}

/** Saves a reply of Ana's own, with which answers about the topic begin. */
export async function beginAnswersWith(page: Page, text: string): Promise<void> {
  await page.goto('/balcao/respostas');
  await page.getByLabel('Título').fill('Como está o pedido');
  await page.getByLabel('Texto', { exact: true }).fill(text);
  await page.getByLabel('Tema (opcional)').selectOption(TOPIC.subject.id);
  await page.getByLabel('Começar com este texto').check();
  await page.getByRole('button', { name: 'Guardar resposta' }).click();
  await expect(page.getByRole('status')).toContainText('A resposta ficou guardada.');
}

/** Waits until a clerk can have read the text that the page has put into the field. */
export async function readText(page: Page): Promise<void> {
  const shownAtMs = Number(await page.locator('[name=mostrada]').first().inputValue());
  await poll(() => Date.now() - shownAtMs).toBeGreaterThanOrEqual(READING_MS);
}

/** Opens Balcão where Ana has signed in. */
export async function openDesk(
  browser: Browser,
  password: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: ORIGIN, ...options });
  const page = await context.newPage();
  await page.goto('/balcao');
  await page.getByLabel('Nome de utilizador').fill('ana');
  await page.getByLabel('Palavra-chave').fill(password);
  await page.getByRole('button', { name: 'Iniciar sessão' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pedidos' })).toBeVisible();
  await page.waitForLoadState();
  return page;
}
