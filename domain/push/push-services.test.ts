import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isKnownEndpoint, isServiceName, PUSH_SERVICES } from './push-services.ts';

const known = (endpoint: string) => isKnownEndpoint(endpoint, PUSH_SERVICES);

it.each([
  'https://fcm.googleapis.com/fcm/send/d1',
  'https://updates.push.services.mozilla.com/wpush/v2/g1',
  'https://web.push.apple.com/QO1',
  'https://wns2-par02p.notify.windows.com/w/?token=B1',
])('a browser of today is told at %s', (endpoint) => expect(known(endpoint)).toBe(true));

it.each([
  'http://fcm.googleapis.com/fcm/send/d1',
  'https://fcm.googleapis.com:8443/fcm/send/d1',
  'https://maria@fcm.googleapis.com/',
  'https://fcm.googleapis.com@example.org/',
  'https://fcm.googleapis.com.example.org/',
  'https://push.apple.com.example.org/',
  'https://notpush.apple.com/',
  'https://push.apple.com/',
  'https://example.org/?https://fcm.googleapis.com/',
  'https://example.org\\@fcm.googleapis.com/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://localhost/',
  'file://fcm.googleapis.com/etc/passwd',
  'fcm.googleapis.com',
  '',
])('nobody makes the server call %s', (endpoint) => expect(known(endpoint)).toBe(false));

it('wherever a known endpoint leads, a service of the list has that name', () => {
  const parts = fc.constantFrom(
    'https://',
    'fcm.googleapis.com',
    '.push.apple.com',
    'web',
    '@',
    ':',
    '/',
    '\\',
    '#',
    '?',
    '.',
    'example.org',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
      const endpoint = some.join('');
      if (!known(endpoint)) return;
      const { host, origin } = new URL(endpoint);
      expect(host).toMatch(/^(fcm\.googleapis\.com|.+\.push\.apple\.com)$/);
      expect(origin).toBe(`https://${host}`);
    }),
    { examples: [[['https://', '.push.apple.com']]] },
  );
});

it('a setting names hosts, and no address, path or port', () => {
  expect(['push.exemplo.pt', '*.push.exemplo.pt'].filter(isServiceName)).toHaveLength(2);
  const none = [
    'https://push.exemplo.pt',
    'push.exemplo.pt:444',
    'push.exemplo.pt/x',
    '*',
    '*.',
    'localhost',
    '10.0.0.1',
    '',
  ];
  expect(none.filter(isServiceName)).toEqual([]);
});
