import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig, SETTING_NAMES } from './config.ts';
import { FILE_SETTING_NAMES } from './read-settings.ts';

const SECRET_BYTES = Uint8Array.from({ length: 32 }, (_, place) => place);
const SECRET = Buffer.from(SECRET_BYTES).toString('base64');
const DATABASE_URL = 'postgres://eclic:palavra@db/eclic';

const folder = mkdtempSync(join(tmpdir(), 'eclic-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

it('whoever keeps secrets in files names the files, and no secret stands in the environment', () => {
  const config = readConfig({
    SECRET_FILE: keep('secret', `${SECRET}\n`),
    DATABASE_URL_FILE: keep('url', `${DATABASE_URL}\n`),
    SIGN_IN: 'simulator',
  });
  expect(config).toMatchObject({ secret: SECRET_BYTES, database: { kind: 'postgres', url: DATABASE_URL } });
});

it('each setting that opens something may stand in a file, and the guide’s list has them', () => {
  expect(FILE_SETTING_NAMES).toEqual([
    'SECRET_FILE',
    'SECRET_BEFORE_FILE',
    'DATABASE_URL_FILE',
    'OIDC_CLIENT_SECRET_FILE',
    'MAIL_URL_FILE',
    'WEBHOOK_SECRET_FILE',
    'FILES_URL_FILE',
  ]);
  expect(SETTING_NAMES).toEqual(expect.arrayContaining(FILE_SETTING_NAMES));
});

it('a file that cannot be read, or that stands beside the setting itself, is told by its setting and not by what is in it', () => {
  const file = keep('again', SECRET);
  expect(readConfig({ MAIL_URL_FILE: join(folder, 'none') })).toEqual([
    'MAIL_URL_FILE names a file that cannot be read.',
  ]);
  expect(readConfig({ SECRET, SECRET_FILE: file })).toEqual([
    'SECRET and SECRET_FILE are two of the same: choose one.',
  ]);
  const said = readConfig({ SECRET_FILE: keep('wrong', 'my own words') });
  expect(said).toEqual([expect.stringMatching(/^SECRET must be 32 random bytes/)]);
  expect(JSON.stringify(said)).not.toContain('my own words');
});
