import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkOf, readAddress } from './address.ts';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:51234', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:0201', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::', '::'],
])('%s is the address %s', (text, address) => {
  expect(readAddress(text)).toBe(address);
});

it.each([
  '',
  'unknown',
  '_hidden',
  '192.0.2',
  '192.0.2.256',
  '1.2.3.4.5',
  '[192.0.2.1',
  '2001:db8::1::',
  '::1]',
  '192.0.2.1:',
  'x'.repeat(100_000),
])('«%s» is none, and counts as one with all that are none', (text) => {
  expect(readAddress(text)).toBeNull();
  expect(networkOf(text)).toBe(networkOf(''));
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8::/64'],
  ['2001:0:0:1::1', '2001:0:0:1::/64'],
  ['::1', '::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('whoever changes the last 64 bits of an IPv6 address is counted as before, whoever has another of the first as somebody else', () => {
  const half = fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 0xffff })));
  // An address whose first half is zero may hold an IPv4 address.
  const network = half.filter((groups) => groups.some((group) => group !== 0));
  const written = (first: number[], last: number[]) =>
    [...first, ...last].map((n) => n.toString(16)).join(':');
  fc.assert(
    fc.property(network, network, half, half, (one, other, here, there) => {
      expect(networkOf(written(one, here))).toBe(networkOf(written(one, there)));
      const isSame = one.join() === other.join();
      expect(networkOf(written(one, here)) === networkOf(written(other, there))).toBe(isSame);
    }),
  );
});

it('any address is read, and read again is the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const address = readAddress(text);
      expect(isIP(address ?? '')).not.toBe(0);
      expect(readAddress(address ?? '')).toBe(address);
    }),
  );
});

it('nothing that somebody writes in the place of an address throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      expect(networkOf(text)).not.toBe('');
    }),
  );
});
