import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Base64, sha256Base64Url, sha256Hex } from './sha256.ts';

describe('sha256', () => {
  it('writes the known hash of nothing', async () => {
    expect(await sha256Hex(new ArrayBuffer(0))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('hashes only the part that a view shows', async () => {
    const whole = new Uint8Array([1, 2, 3, 4]);
    expect(await sha256Hex(whole.subarray(1, 3))).toBe(await sha256Hex(new Uint8Array([2, 3])));
  });

  it('agrees with an independent implementation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(await sha256Base64(bytes)).toBe(createHash('sha256').update(bytes).digest('base64'));
        expect(await sha256Base64Url(bytes)).toBe(createHash('sha256').update(bytes).digest('base64url'));
      }),
    );
  });
});
