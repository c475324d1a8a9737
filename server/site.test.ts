import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenAnywhere } from '../contract/conformance/local-server.ts';
import { createSiteServer } from '../serving/site-server.ts';
import { migrate } from './db/migrate.ts';
import { createSite } from './site.ts';
import { askRaw } from './testing/ask-raw.ts';
import { crookedPaths } from './testing/crooked-paths.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';

const context = createTestContext(await openTestDatabase(), createTestClocks());
const folder = mkdtempSync(join(tmpdir(), 'eclic-site-'));
let server: Server;
let port: number;

beforeAll(async () => {
  await migrate(context.db);
  writeFileSync(join(folder, 'app.html'), 'the app');
  server = createSiteServer(folder, getRequestListener(createSite(context)));
  port = await listenAnywhere(server);
}, START_MS);
afterAll(async () => {
  server.close();
  await context.db.destroy();
  rmSync(folder, { recursive: true });
});

async function open(path: string): Promise<{ text: string; headers: Headers }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Accept: 'text/html' } });
  return { text: await answer.text(), headers: answer.headers };
}

it('one address shows clerks Balcão and everybody else the app, and answers programs', async () => {
  for (const path of ['/balcao', '/balcao/', '/balcao/pedidos/EC-2026-0000001', '/balcao/entrar'])
    expect((await open(path)).text).toContain('Iniciar sessão no Balcão');
  for (const path of ['/', '/pedidos', '/balcaozinho']) expect((await open(path)).text).toBe('the app');
  expect((await open('/api/v1/limits')).text).toContain('descriptionMaxGraphemes');
  expect((await open('/office/v1/requests')).text).toContain('unknown-token');
});

it('Balcão’s pages carry a policy that lets in scripts of ours alone, in the place of the app’s', async () => {
  const { headers } = await open('/balcao/entrar');
  const policy = headers.get('Content-Security-Policy');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(policy).toMatch(/; require-trusted-types-for 'script'$/);
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
});

describe('An address that can be read in two ways', () => {
  it.each(['/balcao/entrar', '/office/v1/requests', '/api/v1/limits'])(
    'leads nobody to %s, however it is spelled',
    async (path) => {
      const straight = await askRaw(port, path);
      expect([200, 401]).toContain(straight.status);
      const reached: string[] = [];
      for (const crooked of crookedPaths(path)) {
        const { status } = await askRaw(port, crooked);
        if (status !== 400 && status !== 404) reached.push(`${status} ${crooked}`);
      }
      expect(reached).toEqual([]);
    },
  );
});
