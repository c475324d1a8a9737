import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { Env } from '../caller.ts';
import { assetRoutes } from './assets.ts';

const OF_APP = ['styles/tokens', 'styles/focus', 'styles/contrast', 'word-mark.module'];
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('Balcão has the colours, measures and contrasts of the app, by day and by night and on paper, and no value that is none', async () => {
  const routes = new Hono<Env>();
  assetRoutes(routes);
  const css = await (await routes.request('/estilo.css')).text();
  for (const sheet of OF_APP) expect(css).toContain(read(`src/ui/${sheet}.css`));
  const own = css.matchAll(/var\((--[\w-]+)/g);
  const used = new Set([...own].map(([, name = '']) => name));
  expect(used.size).toBeGreaterThan(20);
  expect([...used].filter((name) => !css.includes(`  ${name}:`))).toEqual([]);
});

it('the built server finds them too', () => {
  const built = read('ops/build-server.ts');
  for (const sheet of OF_APP) expect(built).toContain(`'src/ui/${sheet}.css'`);
});

it('its word mark is that of the app', () => {
  const drawn = (path: string) => read(path).match(/ d="[^"]+"/g);
  expect(drawn('server/balcao/header.tsx')).toEqual(drawn('src/ui/shell.tsx'));
});
