import { createServer, type Server as HttpServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createApiListener } from './app-server.ts';

const PUBLIC_ORIGIN = 'https://eclic.exemplo.pt';
const MARIA = { niss: '10000000000', password: 'Demonstracao1' };
const CODE = { code: '123456', shared: false };

let server: HttpServer;
let root: string;

beforeAll(async () => {
  const api = createMockServer(createMemoryStore(), createTestClock().now);
  server = createServer(createApiListener(api, PUBLIC_ORIGIN));
  root = `http://127.0.0.1:${await listenAnywhere(server)}/api/v1`;
});
afterAll(() => server.close());

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  fetch(root + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });

describe('The pretend server behind a proxy that speaks HTTPS', () => {
  it('sets a cookie that no other host can plant, and reads no other', async () => {
    const begun = await post('/session/password', MARIA);
    const cookie = begun.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^__Host-eclic-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const Cookie = cookie.split(';')[0] ?? '';
    const planted = Cookie.replace('__Host-', '');
    expect((await post('/session/code', CODE, { Cookie: planted })).status).toBe(409);
    expect((await post('/session/code', CODE, { Cookie })).status).toBe(200);
  });

  it('answers pages of the address that people see', async () => {
    expect((await post('/session/password', MARIA, { Origin: PUBLIC_ORIGIN })).status).toBe(200);
    expect((await post('/session/password', MARIA, { Origin: new URL(root).origin })).status).toBe(403);
  });

  it('counts wrong tries by the address that the proxy saw, not by those that a browser makes up', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const json = { niss: `1234567${1000 + n}`, password: 'x' };
      statuses.push(
        (await post('/session/password', json, { 'X-Forwarded-For': `10.0.0.${n}, 192.0.2.1` })).status,
      );
    }
    expect(statuses.at(-1)).toBe(429);
    const fromElsewhere = await post('/session/password', MARIA, {
      'X-Forwarded-For': '192.0.2.1, 192.0.2.2',
    });
    expect(fromElsewhere.status).toBe(200);
  });
});
