import { expect, it } from 'vitest';
import { isPassword, keepPassword } from './password-hash.ts';

const MARIAS = 'Ação em março';

/** Returns the microseconds of processor time that work takes: a busy machine does not change them. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user;
}

it('a palavra-chave is known again, however its accents were typed, and no other is', async () => {
  const kept = await keepPassword(MARIAS);
  expect(kept.passwordHash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  expect(await isPassword(kept, MARIAS.normalize('NFD'))).toBe(true);
  expect(await isPassword(kept, 'Acao em marco')).toBe(false);
});

it('one that was kept at another cost is known still', async () => {
  const passwordHash =
    '$scrypt$ln=4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$FrxDjeFQF0Um/v2ijug+aN4rNbi4kKq9y5M/rPeGBbc';
  expect(await isPassword({ passwordHash }, 'antiga')).toBe(true);
});

it('two people with the same one have nothing in common in the table', async () => {
  expect(await keepPassword(MARIAS)).not.toEqual(await keepPassword(MARIAS));
});

it('nobody’s is never right, and takes as long to be found wrong', async () => {
  const kept = await keepPassword(MARIAS);
  expect(await isPassword(undefined, MARIAS)).toBe(false);
  const known = await costOf(() => isPassword(kept, 'outra'));
  const nobodys = await costOf(() => isPassword(undefined, 'outra'));
  expect(nobodys).toBeGreaterThan(known / 2);
  expect(nobodys).toBeLessThan(known * 2);
});
