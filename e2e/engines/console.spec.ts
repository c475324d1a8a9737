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
/** Words of ours that this WebKit does not know and goes past, saying so; other browsers have a use for them. */
const UNKNOWN_HERE =
  /Content-Security-Policy directive 'manifest-src'|Viewport argument key "interactive-widget"/;
const PLANTED = 'Planted.';

/** In each page, once it has started: goes on to the next one, and at the last says something itself. */
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
    // Without what is said at the end, a reader that hears nothing would be no proof.
    const messages = visit.messages.filter((line) => !UNKNOWN_HERE.test(line));
    expect(messages).toEqual([expect.stringContaining(PLANTED)]);
  });
});
