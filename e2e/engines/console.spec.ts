import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { runInLastingWebKit } from './browsers/lasting-webkit.ts';
import { test } from './fixtures.ts';

const PAGES = [
  '/pedidos',
  '/ajuda',
  '/glossario',
  '/acessibilidade',
  '/privacidade',
  '/contactos',
  '/rascunhos/novo',
];
/** Words of the app that this WebKit does not know, reports and ignores; other browsers use them. */
const UNKNOWN_HERE =
  /Content-Security-Policy directive 'manifest-src'|Viewport argument key "interactive-widget"/;
const PLANTED = 'Planted.';

/** Runs in each page once the app has started: goes on to the next page, and on the last one writes to the console itself. */
async function goThrough(pages: string, planted: string): Promise<string> {
  const hasStarted = () =>
    document.querySelector('h1') && document.documentElement.dataset.written === undefined;
  while (!hasStarted()) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const all = pages.split(' ');
  const visited = JSON.parse(sessionStorage.getItem('visited') ?? '[]');
  const next = all[visited.length];
  if (!next) {
    console.error(planted);
    return visited.join(' ');
  }
  sessionStorage.setItem('visited', JSON.stringify([...visited, next]));
  location.assign(next);
  return new Promise(() => undefined);
}

test('WebKit writes nothing to the console of a guest', async ({ engine, home, server }) => {
  test.skip(engine !== 'webkit', 'the others tell it to their driver, with the main job');
  await test.step('No page writes to the console', async () => {
    const profile = join(home, 'profile');
    mkdirSync(profile);
    const pages = PAGES.join(' ');
    const visit = await runInLastingWebKit(profile, `${server.origin}/ajuda`, goThrough, pages, PLANTED);
    await visit.kill();
    expect(visit.answer).toBe(pages);
    // The planted message proves that the console is read; without it, no messages would prove nothing.
    const messages = visit.messages.filter((line) => !UNKNOWN_HERE.test(line));
    expect(messages).toEqual([expect.stringContaining(PLANTED)]);
  });
});
