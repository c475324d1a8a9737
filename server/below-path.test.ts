import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeServer, listenAnywhere } from '../contract/conformance/local-server.ts';
import { createSiteServer } from '../serving/site-server.ts';
import { readConfig } from './config.ts';
import { belowPath } from './site.ts';

const BASE_PATH = '/eclic';
const WORDS = 'Ver href=&quot;/pedidos&quot;';

const folder = mkdtempSync(join(tmpdir(), 'eclic-below-'));
writeFileSync(join(folder, 'app.html'), '<!doctype html><title>app</title>');

/** Answers like the real site, as if it stood at the root. */
const site = belowPath(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/balcao/pedidos')
    return new Response(`<a href="/balcao">${WORDS}</a><form action="/balcao/sair">`, {
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  const headers = new Headers({ Location: '/balcao/entrar', 'Clear-Site-Data': '"cache", "storage"' });
  headers.append('Set-Cookie', 'eclic-balcao=1; Path=/balcao; HttpOnly');
  headers.append('Set-Cookie', '__Host-eclic-session=2; Path=/; HttpOnly; Secure');
  return new Response(null, { status: 303, headers });
}, BASE_PATH);
const server = createSiteServer(folder, getRequestListener(site), { basePath: BASE_PATH });
let root: string;

beforeAll(async () => {
  root = `http://127.0.0.1:${await listenAnywhere(server)}`;
});
afterAll(async () => {
  await closeServer(server);
  rmSync(folder, { recursive: true });
});

const get = (path: string) => fetch(root + path, { headers: { Accept: 'text/html' }, redirect: 'manual' });

it('whoever opens an address below the path gets the app, and nothing else stands at the origin but how it is', async () => {
  expect(await (await get('/eclic/pedidos/x')).text()).toContain('<title>app</title>');
  const led = await get('/eclic');
  expect([led.status, led.headers.get('Location')]).toEqual([308, '/eclic/']);
  for (const path of ['/', '/pedidos', '/eclicado/', '/api/v1/limits'])
    expect((await get(path)).status).toBe(404);
  expect((await get('/health/ready')).status).toBe(200);
});

it('a page of ours leads to addresses below the path, and leaves people’s words as they are', async () => {
  const text = await (await get('/eclic/balcao/pedidos')).text();
  expect(text).toBe(`<a href="/eclic/balcao">${WORDS}</a><form action="/eclic/balcao/sair">`);
});

it('whoever is led on is led below the path; a cookie goes there too, but for one that a browser takes for the whole host alone', async () => {
  const { headers } = await get('/eclic/balcao');
  expect(headers.get('Location')).toBe('/eclic/balcao/entrar');
  expect(headers.get('Clear-Site-Data'), 'which would empty what others have at this origin').toBeNull();
  expect(headers.getSetCookie()).toEqual([
    'eclic-balcao=1; Path=/eclic/balcao; HttpOnly',
    '__Host-eclic-session=2; Path=/; HttpOnly; Secure',
  ]);
});

it.each([
  [{ ORIGIN: 'https://exemplo.pt' }, 'https://exemplo.pt/eclic'],
  [{ PORT: '4180' }, 'http://localhost:4180/eclic'],
])('with %j a mail leads whoever reads it below the path', (place, site) => {
  expect(readConfig({ ...place, BASE_PATH: '/eclic/', DATA_DIR: 'data' })).toMatchObject({ site });
});
