import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, PASSWORD, PEOPLE } from '../contract/conformance/subject.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import type { Context } from './context.ts';
import { prepareWorld, restoreWorld } from './testing/saved-world.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';
import { callerAddress, type TrustsProxy } from './trusted-proxies.ts';

const ORIGIN = 'http://e-clic.test';
const STRANGER = '203.0.113.66';
const MARIA = '198.51.100.7';
const OUTER_PROXY = '192.0.2.1';
const INNER_PROXY = '10.0.0.1';
const WRONG_TRIES = 50;

function trustOf(settings: Record<string, string>): TrustsProxy {
  const config = readConfig(settings);
  if (Array.isArray(config)) throw new Error(config.join());
  return config.trustsProxy;
}

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks, ORIGIN);
  await prepareWorld(context);
}, START_MS);
beforeEach(async () => {
  clocks.restart();
  await restoreWorld(context.db);
});
afterAll(() => context.db.destroy());

describe('Where two proxies stand one behind the other', () => {
  it.each(['2', `${INNER_PROXY}, 192.0.2.0/24`])(
    'whoever guesses is blocked, and nobody else who comes the same way (TRUSTED_PROXIES=%s)',
    async (TRUSTED_PROXIES) => {
      const trustsProxy = trustOf({ ORIGIN, TRUSTED_PROXIES });
      const app = createApp({ ...context, trustsProxy });
      const incoming = { socket: { remoteAddress: `::ffff:${INNER_PROXY}` } };
      const server = (request: Request) => app(request, { incoming });
      const signInFrom = async (address: string, niss: string, password: string) => {
        const browser = openBrowser({ server, advance() {}, stop: async () => {} });
        const headers = { 'X-Forwarded-For': `${address}, ${OUTER_PROXY}` };
        return (await browser.send('POST', '/session/password', { json: { niss, password }, headers }))
          .status;
      };
      for (let n = 0; n < WRONG_TRIES; n += 1) {
        // An address that the caller puts in front of their own makes them nobody else.
        await signInFrom(`10.0.0.${n}, ${STRANGER}`, `1234567${1000 + n}`, 'wrong');
      }
      expect(await signInFrom(STRANGER, PEOPLE.maria, PASSWORD)).toBe(429);
      expect(await signInFrom(MARIA, PEOPLE.maria, PASSWORD)).toBe(200);
    },
  );
});

describe('Who calls', () => {
  const forwarded = `9.9.9.9, ${MARIA}, ${OUTER_PROXY}`;

  it.each<[Record<string, string>, string]>([
    [{}, INNER_PROXY],
    [{ ORIGIN }, OUTER_PROXY],
    [{ ORIGIN, TRUSTED_PROXIES: '0' }, INNER_PROXY],
    [{ ORIGIN, TRUSTED_PROXIES: '1' }, OUTER_PROXY],
    [{ ORIGIN, TRUSTED_PROXIES: '2' }, MARIA],
    [{ ORIGIN, TRUSTED_PROXIES: INNER_PROXY }, OUTER_PROXY],
    [{ ORIGIN, TRUSTED_PROXIES: `${INNER_PROXY},${OUTER_PROXY}` }, MARIA],
    [{ ORIGIN, TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32, 192.0.2.0/24' }, MARIA],
    [{ ORIGIN, TRUSTED_PROXIES: '192.0.2.0/24' }, INNER_PROXY],
  ])('with %j is %s', (settings, address) => {
    expect(callerAddress(trustOf(settings), `::ffff:${INNER_PROXY}`, forwarded)).toBe(address);
  });

  it.each([
    'two',
    '10',
    '-1',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0',
    '2001:db8::/129',
    '10.0.0.1,,10.0.0.2',
    'proxy',
  ])(
    'is told by nobody where TRUSTED_PROXIES is %j, and whoever starts the server is told so',
    (TRUSTED_PROXIES) => {
      expect(readConfig({ ORIGIN, TRUSTED_PROXIES })).toEqual([
        expect.stringMatching(/^TRUSTED_PROXIES must/),
      ]);
    },
  );

  it('is the last one that can be read, where a proxy wrote what cannot', () => {
    const trusts = trustOf({ ORIGIN, TRUSTED_PROXIES: '3' });
    expect(callerAddress(trusts, INNER_PROXY, `${MARIA}, unknown, ${OUTER_PROXY}`)).toBe(OUTER_PROXY);
    expect(callerAddress(trusts, INNER_PROXY, '')).toBe(INNER_PROXY);
  });

  const address = fc.oneof(fc.ipV4(), fc.ipV6());
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'unknown',
      '[::1]:80',
      '::ffff:1.2.3.4',
      '[',
      '1.2.3.4:',
      ',',
      'x'.repeat(16_000),
      '::1%eth0',
    ),
    address,
  );
  /** Writes an address in one of the ways in which proxies write it. */
  const written = (text: string) =>
    fc.constantFrom(text, text.includes(':') ? `[${text}]:443` : `${text}:443`, ` ${text} `);

  it('is the same whatever they write into the header before they call', () => {
    const trustsByHops = trustOf({ ORIGIN, TRUSTED_PROXIES: '2' });
    const trustsByAddress = trustOf({ ORIGIN, TRUSTED_PROXIES: `${INNER_PROXY},${OUTER_PROXY}` });
    const calls = fc.record({
      own: fc.array(garbage, { maxLength: 5 }).map((entries) => entries.join(',')),
      caller: address.filter((each) => each !== INNER_PROXY && each !== OUTER_PROXY).chain(written),
    });
    fc.assert(
      fc.property(calls, ({ own, caller }) => {
        for (const trusts of [trustsByHops, trustsByAddress]) {
          const plain = callerAddress(trusts, INNER_PROXY, `${caller}, ${OUTER_PROXY}`);
          expect(plain).not.toBe(OUTER_PROXY);
          expect(callerAddress(trusts, INNER_PROXY, `${own}, ${caller}, ${OUTER_PROXY}`)).toBe(plain);
        }
      }),
    );
  });

  it('is who connects, whatever they write, where they are no proxy of ours', () => {
    const trusts = trustOf({ ORIGIN, TRUSTED_PROXIES: '10.0.0.0/8' });
    fc.assert(fc.property(garbage, (own) => callerAddress(trusts, STRANGER, own) === STRANGER));
  });
});
