import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askRaw } from '../../server/testing/ask-raw.ts';
import { crookedPaths } from '../../server/testing/crooked-paths.ts';
import { createHome, type Home, type MainProcess } from '../../server/testing/main-process.ts';
import { expect, test } from '../fixtures.ts';
import { isInstalled, startWebServer, WEB_SERVERS, type WebServerName } from './web-servers.ts';

const FIRST_PORT = 4340;
/** The server runs in a folder without the file that says how Balcão's pages are compiled. */
const AS_COMPILED = { TSX_TSCONFIG_PATH: join(import.meta.dirname, '../../tsconfig.json') };
/** A network that this machine is in, and one that it is not in. */
const INSIDE = '127.0.0.0/8';
const OUTSIDE = '10.0.0.0/8';
/** Words that each address answers to a caller who may enter, and to nobody else. */
const ROOMS = [
  { path: '/balcao/entrar', answers: 'Iniciar sessão no Balcão' },
  { path: '/office/v1/requests', answers: 'unknown-token' },
];

const START_MS = 180_000;

let home: Home;
let server: MainProcess;

test.beforeAll(async () => {
  test.setTimeout(START_MS);
  home = createHome('http://localhost');
  // The page by which the test sees that a web server is up.
  writeFileSync(join(home.folder, 'dist/index.html'), '<!doctype html><title>e-Clic</title>');
  server = await home.start(AS_COMPILED);
});
test.afterAll(() => home?.remove());

for (const [at, name] of (Object.keys(WEB_SERVERS) as WebServerName[]).entries()) {
  const port = FIRST_PORT + at;

  test.describe(`Balcão and the office’s API behind ${name}`, () => {
    test.skip(
      !isInstalled(name),
      `Left out: ${name}. On Debian: apt-get install ${WEB_SERVERS[name].packages}`,
    );

    async function behind(officeNetwork: string, work: () => Promise<void>): Promise<void> {
      const webServer = await startWebServer(name, { port, apiPort: server.port, officeNetwork });
      try {
        await work();
      } finally {
        await webServer.stop();
      }
    }

    test('are reached from inside the limit of the network, and by none of forty spellings from outside', async () => {
      // The test starts two web servers, and connects to them more than eighty times.
      test.slow();
      await behind(INSIDE, async () => {
        for (const { path, answers } of ROOMS) expect((await askRaw(port, path)).text).toContain(answers);
      });
      await behind(OUTSIDE, async () => {
        const reached: string[] = [];
        for (const { path, answers } of ROOMS) {
          expect((await askRaw(port, path)).status, path).toBe(403);
          const spellings = crookedPaths(path);
          expect(spellings).toHaveLength(40);
          for (const crooked of spellings)
            if ((await askRaw(port, crooked)).text.includes(answers)) reached.push(crooked);
        }
        expect(reached).toEqual([]);
        expect((await askRaw(port, '/api/v1/limits')).status).toBe(200);
      });
    });
  });
}
