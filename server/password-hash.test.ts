import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COST, createHashing, type KeptPassword } from './password-hash.ts';
import { START_MS } from './testing/start-ms.ts';
import { makeTestDatabase } from './testing/test-database.ts';
import { settingsOn, withServer } from './testing/with-server.ts';

const MARIAS = 'Ação em março';

const { keep, isRight } = createHashing(COST);
const folder = mkdtempSync(join(tmpdir(), 'eclic-hash-'));
let kept: KeptPassword;

beforeAll(async () => {
  const settings = settingsOn(await makeTestDatabase(), folder);
  kept = await withServer(settings, (_maria, { hashing }) => hashing.keep(MARIAS));
}, START_MS);
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the microseconds of processor time that work takes: a busy machine does not change them. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user;
}

it('a server that was opened keeps a palavra-chave at the full cost: no setting lowers it', () => {
  expect(kept.passwordHash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
});

it('a palavra-chave is known again, however its accents were typed, and no other is', async () => {
  expect(await isRight(kept, MARIAS.normalize('NFD'))).toBe(true);
  expect(await isRight(kept, 'Acao em marco')).toBe(false);
});

it('one that was kept at another cost is known still', async () => {
  const passwordHash =
    '$scrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$FrxDjeFQF0Um/v2ijug+aN4rNbi4kKq9y5M/rPeGBbc';
  expect(await isRight({ passwordHash }, 'antiga')).toBe(true);
});

it('two people with the same one have nothing in common in the table', async () => {
  expect(await keep(MARIAS)).not.toEqual(kept);
});

it('nobody’s is never right, and takes as long to be found wrong', async () => {
  const known = await costOf(() => isRight(kept, 'outra'));
  const nobodys = await costOf(async () => expect(await isRight(undefined, MARIAS)).toBe(false));
  expect(nobodys).toBeGreaterThan(known / 2);
  expect(nobodys).toBeLessThan(known * 2);
});

it('while one is judged, which takes long, other work goes on', async () => {
  let isJudged = false;
  const judging = isRight(kept, MARIAS).then(() => {
    isJudged = true;
  });
  await new Promise(setImmediate);
  expect(isJudged).toBe(false);
  await judging;
});
