import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createAppServer } from './app-server.ts';

const CODE = { code: '123456', shared: false };
const HTML = { headers: { Accept: 'text/html,*/*' } };

let folder: string;
let origin: string;
let stop: () => Promise<void>;
const bugs: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-build-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'app.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(folder, 'ajuda.html'), '<!doctype html><title>help</title>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'void 0;');
  writeFileSync(join(folder, 'worker.js'), 'void 0;');
  const api = createMockServer(createMemoryStore(), createTestClock().now);
  const server = createAppServer(folder, api, { onBug: (error) => bugs.push(error) });
  origin = `http://127.0.0.1:${await listenAnywhere(server)}`;
  stop = () => closeServer(server);
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(origin + path, init);
const post = (path: string, json: unknown, headers = {}) =>
  get(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });

describe('A built app that is served', () => {
  it.each([
    '/',
    '/pedidos/x',
    '/assets/index-abc.js',
    '/none.js',
    '/demo/cmd',
    '/demo/state',
    '/api/v1/limits',
  ])('carries the strict headers at %s', async (path) => {
    const { headers } = await get(path, HTML);
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(headers.get('Content-Security-Policy')).toContain("require-trusted-types-for 'script'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  });

  it('gives its page to navigations to any address of its own, and to nothing else', async () => {
    for (const path of ['/', '/pedidos/x?estado=answered', '/demonstracao']) {
      expect(await (await get(path, HTML)).text()).toContain('<title>app</title>');
    }
    for (const path of ['/assets/none.js', '/api', '/api/v1/none', '/demo', '/demo/none']) {
      expect((await get(path, HTML)).status).toBe(404);
    }
    expect((await get('/pedidos/x', { headers: { Accept: 'application/json' } })).status).toBe(404);
    expect((await get('/pedidos', { ...HTML, method: 'POST' })).status).toBe(404);
  });

  it('leads what is shared before the worker is there to the page that says so, and keeps nothing', async () => {
    const body = new FormData();
    body.set('texto', 'Olá');
    body.set('ficheiros', new File([new Uint8Array(5_000_000)], 'recibo.pdf'));
    const answer = await get('/partilhar', { method: 'POST', body, redirect: 'manual' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/partilhar?falta=cedo']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('lets browsers keep for ever only what has a hash in its name', async () => {
    const cacheOf = async (path: string) => (await get(path, HTML)).headers.get('Cache-Control');
    expect(await cacheOf('/assets/index-abc.js')).toContain('immutable');
    expect(await cacheOf('/')).toBe('no-cache');
    expect(await cacheOf('/worker.js')).toBe('no-cache');
    expect(await cacheOf('/api/v1/limits')).toBe('no-store');
  });

  it.each(['bytes=5-2', 'bytes=-5', 'bytes=9-', 'bytes=0-3', 'bytes=0-1,3-4', 'bytes=x-y', 'lines=1-2'])(
    'lives through the range %s',
    async (Range) => {
      expect((await get('/worker.js', { headers: { Range } })).status).toBeLessThan(500);
      expect(await (await get('/worker.js')).text()).toBe('void 0;');
    },
  );

  it('ignores a range that goes backwards, and gives one that goes forwards', async () => {
    const backwards = await get('/worker.js', { headers: { Range: 'bytes=5-2' } });
    expect([backwards.status, await backwards.text()]).toEqual([200, 'void 0;']);
    const forwards = await get('/worker.js', { headers: { Range: 'bytes=0-3' } });
    expect([forwards.status, await forwards.text()]).toEqual([206, 'void']);
  });

  it('answers an address that has a page of its own with that page, whatever else it asks', async () => {
    for (const address of ['/ajuda', '/ajuda?x=1']) {
      expect(await (await get(address, HTML)).text()).toContain('<title>help</title>');
    }
  });

  it('answers 500 where it fails, without a stack, and lives', async () => {
    const page = join(folder, 'app.html');
    renameSync(page, `${page}.gone`);
    const answer = await get('/pedidos/x', HTML);
    expect([answer.status, await answer.text()]).toEqual([500, 'Internal error\n']);
    expect(bugs).toMatchObject([{ code: 'ENOENT' }]);
    renameSync(`${page}.gone`, page);
    expect((await get('/pedidos/x', HTML)).status).toBe(200);
  });

  it('has the simulated Chave Móvel Digital, which says that it is a simulator', async () => {
    const page = await (await get('/demo/cmd?state=x', HTML)).text();
    expect(page).toContain('Simulador');
    for (const [, path] of page.matchAll(/(?:src|href)="(\/demo\/[^"]+)"/g)) {
      expect((await get(path ?? '')).status).toBe(200);
    }
  });
});

describe('The pretend server behind HTTP', () => {
  const signIn = async () => {
    const begun = await post('/api/v1/session/password', { niss: '10000000000', password: 'Demonstracao1' });
    const cookie = begun.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    return post('/api/v1/session/code', CODE, { Cookie: cookie });
  };

  it('sets a session cookie that scripts and other sites cannot use, and a new one at sign-in', async () => {
    const begun = await post('/api/v1/session/password', { niss: '10000000000', password: 'Demonstracao1' });
    const before = begun.headers.get('Set-Cookie') ?? '';
    expect(before).toMatch(/^eclic-session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax$/);
    const Cookie = before.split(';')[0] ?? '';
    const opened = await post('/api/v1/session/code', CODE, { Cookie });
    expect(opened.headers.get('Set-Cookie')).not.toBe(before);
    expect((await get('/api/v1/changes', { headers: { Cookie } })).status).toBe(401);
  });

  it('does not believe a browser that speaks for a proxy', async () => {
    const begun = await post('/api/v1/session/cmd', {}, { 'X-Forwarded-Proto': 'https' });
    expect(begun.headers.get('Set-Cookie')).toMatch(/^eclic-session=/);
  });

  it('lets nobody outside say whose session it is, and tells nobody', async () => {
    const opened = await signIn();
    expect(opened.headers.has('X-Pretend-Session')).toBe(false);
    const stolen = opened.headers.get('Set-Cookie')?.split(/[=;]/)[1] ?? '';
    for (const id of [stolen, 'page']) {
      const answer = await get('/api/v1/changes', { headers: { 'X-Pretend-Session': id } });
      expect(answer.status).toBe(401);
    }
  });

  it('cuts the connection where an answer is lost', async () => {
    await post('/demo/faults', { lostAnswerRate: 1 });
    await expect(get('/api/v1/limits')).rejects.toThrow('fetch failed');
    await post('/demo/faults', { lostAnswerRate: 0 });
    expect((await get('/api/v1/limits')).status).toBe(200);
  });

  it('does not read a body without end', async () => {
    const answer = await get('/api/v1/session/password', {
      method: 'POST',
      body: 'x'.repeat(5 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
  });
});
