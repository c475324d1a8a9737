import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server as HttpServer, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { readListenAddress } from '../../serving/known-hosts.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createAppServer } from './app-server.ts';

let folder: string;
let port: number;
const servers: HttpServer[] = [];

async function open(names: readonly string[]): Promise<number> {
  const api = createMockServer(createMemoryStore(), createTestClock().now);
  const server = createAppServer(folder, api, { names });
  servers.push(server);
  return listenAnywhere(server);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-hosts-'));
  writeFileSync(join(folder, 'app.html'), '<!doctype html><title>app</title>');
  port = await open([]);
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  at?: number;
}

/** Calls without `fetch`, which does not let the test choose the `Host` header. */
function ask(path: string, { method = 'GET', headers = {}, body = '', at = port }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      port: at,
      host: '127.0.0.1',
      path,
      method,
      headers: { Accept: 'text/html', ...headers },
    };
    httpRequest(options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const PATHS = ['/', '/api/v1/limits', '/demo/state', '/demo/cmd'];

describe('A server on somebody’s own machine', () => {
  it.each(['mau.example', 'mau.example:4174', 'localhost.mau.example', '127.0.0.1@mau.example', '::1'])(
    'answers nothing to whoever takes it for «%s»',
    async (Host) => {
      for (const path of PATHS) expect(await ask(path, { headers: { Host } })).toBe(421);
    },
  );

  it.each(['localhost', 'localhost:4174', 'LOCALHOST', '127.0.0.1:4174', '[::1]:4174'])(
    'answers %s',
    async (Host) => {
      for (const path of PATHS) expect(await ask(path, { headers: { Host } })).toBe(200);
    },
  );

  it('answers to the names that it was given, and to no other', async () => {
    const named = await open(['192.168.1.5', 'eclic.exemplo.pt']);
    for (const Host of ['192.168.1.5:4174', 'eclic.exemplo.pt', 'localhost']) {
      expect(await ask('/demo/state', { headers: { Host }, at: named })).toBe(200);
    }
    expect(await ask('/demo/state', { headers: { Host: 'exemplo.pt' }, at: named })).toBe(421);
  });

  it.each([{ Origin: 'https://mau.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }])(
    'shows its world to no page of another site, and lets none change it (%o)',
    async (headers) => {
      expect(await ask('/demo/state', { headers })).toBe(403);
      const written = { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: '{}' };
      for (const path of ['/demo/reset', '/demo/faults']) expect(await ask(path, written)).toBe(403);
    },
  );

  it.each(['reset', 'faults', 'clock', 'office', 'seed', 'representation'])(
    'takes /demo/%s from no form, also where the browser tells nothing of where it comes from',
    async (name) => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const form = { method: 'POST', headers: { 'Content-Type': type }, body: '{}' };
        expect(await ask(`/demo/${name}`, form)).toBe(422);
      }
    },
  );

  it('begins anew for its own page', async () => {
    const headers = { ...JSON_TYPE, Host: 'localhost:4174', Origin: 'http://localhost:4174' };
    expect(await ask('/demo/reset', { method: 'POST', headers, body: '{}' })).toBe(204);
  });
});

it.each([
  [{}, { listenAt: '127.0.0.1', names: [], origin: null }],
  [{ HOST: '' }, { listenAt: '127.0.0.1', names: [], origin: null }],
  [{ HOST: '192.168.1.5' }, { listenAt: '192.168.1.5', names: ['192.168.1.5'], origin: null }],
  [
    { HOST: '0.0.0.0', ORIGIN: 'https://eclic.exemplo.pt' },
    { listenAt: '0.0.0.0', names: ['0.0.0.0', 'eclic.exemplo.pt'], origin: 'https://eclic.exemplo.pt' },
  ],
])('%o listens and answers there: %o', (env, place) => {
  expect(readListenAddress(env)).toEqual(place);
});
