import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'container-health.sh');
const ASKED_IN_A_MINUTE = 6;

let folder: string;
let said: { live: number; ready: number };
const server = createServer(({ url }, response) => {
  response.writeHead(url === '/health/live' ? said.live : said.ready).end();
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-health-'));
  mkdirSync(join(folder, 'bin'));
  // In a container, `pkill` ends the container's only process. This one notes what it was told to end.
  writeFileSync(join(folder, 'bin/pkill'), `#!/bin/sh\necho "$@" >>"${folder}/ended"\n`, { mode: 0o700 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function isHealthy(live: number, ready: number): Promise<boolean> {
  said = { live, ready };
  const { port } = server.address() as AddressInfo;
  const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, TMPDIR: folder, PORT: String(port) };
  return new Promise((resolve) => execFile(SCRIPT, { env }, (error) => resolve(error === null)));
}

const ended = () => (existsSync(join(folder, 'ended')) ? readFileSync(join(folder, 'ended'), 'utf8') : '');

describe('A container of e-Clic', () => {
  it('is healthy while calls may be sent to it, and waits for its database without being started anew', async () => {
    expect(await isHealthy(200, 200)).toBe(true);
    for (let count = 0; count < 2 * ASKED_IN_A_MINUTE; count += 1)
      expect(await isHealthy(200, 503)).toBe(false);
    expect(ended()).toBe('');
  });

  it('has its process ended that lived and has been silent for a minute, and not for less', async () => {
    await isHealthy(200, 200);
    for (let count = 1; count < ASKED_IN_A_MINUTE; count += 1) await isHealthy(503, 503);
    await isHealthy(200, 200);
    for (let count = 1; count < ASKED_IN_A_MINUTE; count += 1) await isHealthy(503, 503);
    expect(ended()).toBe('');
    await isHealthy(503, 503);
    expect(ended()).toBe('-KILL -P 1\n');
  });

  it('is given all the time that it needs to start', async () => {
    for (let count = 0; count < 2 * ASKED_IN_A_MINUTE; count += 1) await isHealthy(503, 503);
    expect(ended()).toBe('');
  });
});
