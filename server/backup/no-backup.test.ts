import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { TEST_SECRET } from '../testing/test-context.ts';
import { restoreEmbedded } from './embedded-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'eclic-no-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['is not there', 'There is no file'],
  ['is empty', 'is no backup'],
  ['holds something else', 'is no backup'],
  ['was cut off', 'is no backup'],
])('a restore from a file that %s says so, and leaves nothing', async (what, said) => {
  const file = join(folder, 'eclic.backup');
  if (what === 'is empty') writeFileSync(file, '');
  if (what === 'holds something else') writeFileSync(file, 'niss,name\n'.repeat(1000));
  if (what === 'was cut off') writeFileSync(file, gzipSync('PG_VERSION'.repeat(1000)).subarray(0, -9));
  const data = mkdtempSync(join(folder, 'data-'));
  expect(await restoreEmbedded(data, file, TEST_SECRET)).toContain(said);
  expect(readdirSync(data)).toEqual([]);
});
