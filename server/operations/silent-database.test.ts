import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ORIGIN, openBrowser, signIn } from '../../contract/conformance/subject.ts';
import { createHome, type Home, type MainProcess } from '../testing/main-process.ts';
import { type SilentProxy, startSilentProxy } from '../testing/silent-proxy.ts';
import { START_MS } from '../testing/start-ms.ts';
import { makeTestDatabase } from '../testing/test-database.ts';

const address = await makeTestDatabase();
const SECRET = Buffer.from(Array.from({ length: 32 }, (_, place) => 7 * place)).toString('base64');
/** The time that docs/operating.md promises. */
const READY_AGAIN_MS = 15_000;

describe.skipIf(address === null)('A database whose connections die in silence', () => {
  let home: Home;
  let proxy: SilentProxy;
  beforeEach(async () => {
    home = createHome(ORIGIN);
    proxy = await startSilentProxy((await makeTestDatabase()) ?? '');
  });
  afterEach(async () => {
    home.remove();
    await proxy.stop();
  });

  const start = (env: Record<string, string> = {}) =>
    home.start({ DATABASE_URL: proxy.url, SECRET, SIGN_IN: 'simulator', ...env });
  const statusOf = async ({ port }: MainProcess, path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  const untilStatus = (main: MainProcess, status: number, timeout: number) =>
    vi.waitUntil(async () => (await statusOf(main, '/health/ready')) === status, { timeout, interval: 250 });

  it(
    'is found again within fifteen seconds, and whoever asked meanwhile is answered, not left waiting',
    async () => {
      const main = await start();
      const maria = await signIn({ server: main.server, advance() {}, stop: async () => {} });
      // As many calls at once as there are connections: each takes one that will die.
      await Promise.all(Array.from({ length: 20 }, () => maria.send('GET', '/changes')));
      proxy.goSilent();
      const asked = Promise.all(Array.from({ length: 20 }, () => maria.send('GET', '/changes')));
      await untilStatus(main, 503, READY_AGAIN_MS);
      await untilStatus(main, 200, READY_AGAIN_MS);
      for (const { status, headers } of await asked)
        if (status !== 200) expect([status, headers.get('Retry-After')]).toEqual([503, expect.any(String)]);
      expect((await maria.send('GET', '/changes')).status).toBe(200);
      expect(await statusOf(main, '/health/live')).toBe(200);
      expect(main.log.filter(({ msg }) => msg === 'bug')).toEqual([]);
    },
    START_MS,
  );

  it(
    'and that is not there yet at the start is waited for by a process that ends when it is asked to',
    async () => {
      proxy.goSilent('newOnes');
      const waiting = await home.start(
        { DATABASE_URL: proxy.url, SECRET, SIGN_IN: 'simulator' },
        'The database of DATABASE_URL does not answer',
      );
      waiting.askToStop();
      expect(await waiting.ended).toBe(0);
    },
    START_MS,
  );

  it(
    'does not keep a process from ending in time that is asked to stop',
    async () => {
      const main = await start({ STOP_SECONDS: '4' });
      const browser = openBrowser({ server: main.server, advance() {}, stop: async () => {} });
      proxy.goSilent('newOnes');
      const asked = browser.send('GET', '/session').catch(() => null);
      await untilStatus(main, 503, START_MS);
      const askedAt = performance.now();
      main.askToStop();
      await main.ended;
      expect(performance.now() - askedAt).toBeLessThan(4500);
      await asked;
    },
    START_MS,
  );
});
