import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { extname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { SECURITY_HEADERS } from '../../serving/headers.ts';
import { expect, test } from '../fixtures.ts';
import { waitForWorker } from '../reliability/fixtures.ts';
import { type OwnServer, startOwnServer } from '../reliability/own-server.ts';
import { heading, pdf, signIn, submit, writeRequest } from '../steps.ts';
import { isInstalled, startWebServer, WEB_SERVERS, type WebServerName } from './web-servers.ts';

test.use({ serviceWorkers: 'allow' });

const DIST = join(import.meta.dirname, '../../dist');
const FIRST_PORT = 4320;
const HEADERS = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains', ...SECURITY_HEADERS };
const AS_IT_IS = { Accept: 'text/html' };
const COMPRESSED = { ...AS_IT_IS, 'Accept-Encoding': 'br, gzip' };
const TYPES: Record<string, RegExp> = {
  '.html': /^text\/html\b/,
  '.js': /^(?:text|application)\/javascript\b/,
  '.webmanifest': /^application\/manifest\+json\b/,
};
const MISSING = ['/missing.js', '/assets/missing.js', '/ajuda.css', '/.git'];
/** Addresses that the server behind answers, and never the app. */
const BEHIND = ['/api/missing', '/office/v1/missing', '/balcao/missing'];

const readBuilt = (file: string) => readFileSync(join(DIST, file));

/** Returns addresses, each with the file of the build that must answer it. */
function listAddresses(): [address: string, file: string][] {
  const [, script = ''] = /"\/(assets\/[^"]+\/framework\.js)"/.exec(readBuilt('app.html').toString()) ?? [];
  return [
    ['/', 'index.html'],
    ['/ajuda?x=1', 'ajuda.html'],
    ['/rascunhos/novo', 'rascunhos/novo.html'],
    ['/rascunhos', 'app.html'],
    ['/pedidos/x/comprovativo', 'app.html'],
    ['/sw.js', 'sw.js'],
    ['/manifest.webmanifest', 'manifest.webmanifest'],
    [`/${script}`, script],
  ];
}

interface Answer {
  status: number | undefined;
  /** Returns two values where the header comes twice. */
  valuesOf(name: string): string[];
  body: Buffer;
}

/** Returns the answer as it came over the wire: `fetch` would unpack it, and join a header that comes twice. */
function ask(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, origin), { headers, agent: false }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part);
      resolve({
        status: answer.statusCode,
        valuesOf: (name) => answer.headersDistinct[name.toLowerCase()] ?? [],
        body: Buffer.concat(parts),
      });
    }).on('error', reject);
  });
}

for (const [at, name] of (Object.keys(WEB_SERVERS) as WebServerName[]).entries()) {
  const { packages, sendsFiles } = WEB_SERVERS[name];
  const port = FIRST_PORT + 2 * at;
  const apiPort = port + 1;
  const origin = `http://localhost:${port}`;

  test.describe(`behind ${name}, as ops/ has it`, () => {
    test.skip(!isInstalled(name), `Left out: ${name}. On Debian: apt-get install ${packages}`);
    test.use({ baseURL: origin });

    let api: OwnServer;
    let webServer: { stop(): Promise<void> };

    test.beforeAll(async () => {
      api = await startOwnServer(apiPort, { ORIGIN: origin });
      webServer = await startWebServer(name, { port, apiPort });
    });
    test.afterAll(async () => {
      await webServer?.stop();
      await api?.close();
    });

    test('every answer carries the headers, each once', async () => {
      const addresses = listAddresses().map(([address]) => address);
      for (const path of [...addresses, ...MISSING, '/demo/', '/api/v1/session', '/office/v1/missing']) {
        const { valuesOf } = await ask(origin, path, COMPRESSED);
        for (const [header, value] of Object.entries(HEADERS))
          expect(valuesOf(header), `${header} of ${path}`).toEqual([value]);
      }
    });

    test('an address gets its page, a file its type, and what is missing stays missing', async () => {
      for (const [path, file] of listAddresses()) {
        const { status, valuesOf, body } = await ask(origin, path, AS_IT_IS);
        expect([status, body.equals(readBuilt(file))], path).toEqual([200, true]);
        expect(valuesOf('Content-Type').join(), path).toMatch(TYPES[extname(file)] ?? '');
        const caching = file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
        expect(valuesOf('Cache-Control'), path).toEqual([caching]);
      }
      for (const path of [...MISSING, '/health/ready', ...(sendsFiles ? ['/demo/state'] : [])])
        expect((await ask(origin, path, COMPRESSED)).status, path).toBe(404);
    });

    test('what is shared before the worker is there leads to the page that says so', async () => {
      const answer = await fetch(`${origin}/partilhar`, {
        method: 'POST',
        redirect: 'manual',
        body: new Uint8Array(3_000_000),
      });
      const { pathname, search } = new URL(answer.headers.get('Location') ?? '', origin);
      expect([answer.status, pathname + search]).toEqual([303, '/partilhar?falta=cedo']);
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    });

    test('what the build has compressed is sent so, with a tag of its own', async () => {
      for (const [path, file] of listAddresses()) {
        const small = await ask(origin, path, COMPRESSED);
        const plain = await ask(origin, path, AS_IT_IS);
        expect(small.valuesOf('Content-Encoding'), path).toEqual(['br']);
        expect(small.valuesOf('Content-Language'), path).toEqual([]);
        expect(brotliDecompressSync(small.body).equals(readBuilt(file)), path).toBe(true);
        expect(small.valuesOf('Content-Type'), path).toEqual(plain.valuesOf('Content-Type'));
        for (const { valuesOf } of [small, plain])
          expect(valuesOf('Vary').join().toLowerCase(), path).toContain('accept-encoding');
        const tag = small.valuesOf('ETag').join();
        expect(plain.valuesOf('ETag'), path).not.toEqual([tag]);
        const again = await ask(origin, path, { ...COMPRESSED, 'If-None-Match': tag });
        expect([again.status, again.body.length], path).toEqual([304, 0]);
      }
    });

    test('the answers of the API are its own, and nobody keeps them', async () => {
      const { status, valuesOf, body } = await ask(origin, '/api/v1/session');
      expect([status, valuesOf('Cache-Control')]).toEqual([200, ['no-store']]);
      expect(JSON.parse(body.toString())).toEqual({ status: 'signedOut' });
      for (const path of BEHIND) {
        const missing = await ask(origin, path, COMPRESSED);
        expect([missing.status, missing.valuesOf('Content-Type')], path).toEqual([
          404,
          ['application/problem+json'],
        ]);
      }
    });

    test('a request goes from sign-in to its reference, file and all, and e-Clic starts without a connection', async ({
      page,
      context,
      complaints,
    }) => {
      complaints.allow(/ERR_INTERNET_DISCONNECTED/);
      const file = pdf('fatura.pdf', 2_500_000);
      await signIn(page);
      await writeRequest(page, [file]);
      const reference = await submit(page);
      const { requests } = await api.state();
      expect(requests.find((one) => one.reference === reference)).toMatchObject({
        commits: 1,
        attachments: [{ sha256: createHash('sha256').update(file.buffer).digest('hex') }],
      });
      await waitForWorker(page);
      await context.setOffline(true);
      await page.goto('/pedidos');
      await expect(heading(page, 'Os meus pedidos')).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: reference }).first()).toBeVisible();
    });
  });
}
