import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const SECRET = Buffer.alloc(32, 1).toString('base64');
const DATABASE_URL = 'postgres://eclic@localhost/eclic';

it('whoever sets nothing gets a database in a folder, the simulator and a port of this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    port: 4175,
    place: { listenAt: '127.0.0.1' },
    database: { kind: 'embedded', folder: '.data' },
    secret: null,
    signIn: { simulator: true },
    mail: null,
  });
});

it('whoever names a database gets it, with a secret of 32 bytes', () => {
  const config = readConfig({ DATABASE_URL, SECRET, SIGN_IN: 'simulator', DATA_DIR: '' });
  expect(config).toMatchObject({ database: { kind: 'postgres', url: DATABASE_URL, connectionsMax: 10 } });
  expect(config).toMatchObject({ secret: new Uint8Array(32).fill(1) });
});

it.each([
  [{ PORT: 'http' }, /^PORT must be a number/],
  [{ PORT: '70000' }, /^PORT must be a number/],
  [{ ORIGIN: 'eclic.exemplo.pt' }, /^ORIGIN must begin with/],
  [{ DATABASE_URL: 'mysql://x', SECRET, SIGN_IN: 'simulator' }, /^DATABASE_URL must begin with postgres/],
  [{ DATABASE_URL, SIGN_IN: 'simulator' }, /^SECRET is missing/],
  [{ DATABASE_URL, SECRET }, /^SIGN_IN is missing/],
  [{ SECRET: 'c2hvcnQ=' }, /^SECRET must be 32 random bytes/],
  [{ FILES_URL: 'https://store.exemplo.pt/files' }, /^FILES_URL must name key, secret and bucket/],
  [{ FILES_URL: 's3://key:secret@store/files' }, /^FILES_URL must begin with/],
  [{ SIGN_IN: 'nobody' }, /^SIGN_IN must be/],
  [{ WEBHOOK_URL: 'https://servico.exemplo.pt/novidades' }, /^WEBHOOK_URL and WEBHOOK_SECRET need/],
  [
    { WEBHOOK_URL: 'https://servico.exemplo.pt/', WEBHOOK_SECRET: 'whsec_c2hvcnQ=' },
    /^WEBHOOK_SECRET must be whsec_/,
  ],
])('whoever sets %j is told in a sentence', (env, sentence) => {
  expect(readConfig(env)).toEqual([expect.stringMatching(sentence)]);
});

it('whoever makes two mistakes is told of both, and no secret is repeated', () => {
  const told = readConfig({ PORT: '0', SECRET: 'bm90LXRoaXJ0eS10d28=' });
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain('bm90');
});
