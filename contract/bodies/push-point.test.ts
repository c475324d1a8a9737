import { createECDH } from 'node:crypto';
import { expect, it } from 'vitest';
import { isPushPoint } from './push-point.ts';

const curve = createECDH('prime256v1');
curve.generateKeys();
const write = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

it('whatever key a browser makes is a point of the curve, and none that differs by a bit', () => {
  for (let times = 0; times < 20; times += 1) {
    const point = curve.generateKeys();
    expect(isPushPoint(write(point))).toBe(true);
    const other = Uint8Array.from(point, (byte, at) => (at === 64 ? byte ^ 1 : byte));
    expect(isPushPoint(write(other))).toBe(false);
  }
});

it.each([
  ['nothing', new Uint8Array()],
  ['the point at infinity', new Uint8Array(65).fill(4, 0, 1)],
  ['numbers beyond those of the curve', new Uint8Array(65).fill(255).fill(4, 0, 1)],
  ['a compressed point', curve.getPublicKey(null, 'compressed')],
  ['a point with a byte behind it', Uint8Array.of(...curve.generateKeys(), 0)],
])('%s is no key to encrypt for', (_what, bytes) => expect(isPushPoint(write(bytes))).toBe(false));
