import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { otherS } from '../../testing/sign-receipt.ts';
import { isLowS, withLowS } from './low-s.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const dsaEncoding = 'ieee-p1363';

it('of the two ways to write a signature one is low, and the key holds for both', () => {
  for (let times = 0; times < 40; times += 1) {
    const text = Buffer.from(`Recebido ${times}`);
    const signature = new Uint8Array(sign('sha256', text, { key: privateKey, dsaEncoding }));
    const other = otherS(signature);
    expect([signature, other].filter(isLowS)).toHaveLength(1);
    const [low, same] = [withLowS(signature), withLowS(other)];
    expect(isLowS(low)).toBe(true);
    expect(low).toEqual(same);
    expect(verify('sha256', text, { key: publicKey, dsaEncoding }, low)).toBe(true);
  }
});

it('the half of the order is low, the next number is not', () => {
  const half = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';
  const write = (s: string) => Uint8Array.from(Buffer.from('11'.repeat(32) + s, 'hex'));
  expect(isLowS(write(half))).toBe(true);
  expect(isLowS(write(half.replace(/8$/, '9')))).toBe(false);
});
