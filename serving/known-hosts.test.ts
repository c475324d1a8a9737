import { expect, it } from 'vitest';
import { isKnownHost, readListenAddress } from './known-hosts.ts';

it.each([
  ['2001:DB8::0:1', '[2001:db8::1]:4175'],
  ['fe80::1', '[fe80::1]'],
  ['ECLIC.Exemplo.pt', 'eclic.exemplo.pt'],
  ['192.168.1.5', '192.168.1.5:4175'],
])('whoever listens at HOST=%s answers a browser that calls it %s', (HOST, header) => {
  const { listenAt, names } = readListenAddress({ HOST });
  expect(listenAt).toBe(HOST);
  expect(isKnownHost(header, names)).toBe(true);
  expect(isKnownHost('exemplo.pt', names)).toBe(false);
});

it('an address that browsers cannot write is listened at as it is', () => {
  expect(readListenAddress({ HOST: 'fe80::1%eth0' })).toMatchObject({ listenAt: 'fe80::1%eth0' });
});
