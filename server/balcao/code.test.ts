import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { findClerkSession } from '../clerks/clerk-sessions.ts';
import type { ClerkPage } from '../testing/clerk-browser.ts';
import { setUpOffice, tryToSignIn, typeCode } from '../testing/office-world.ts';

const DAY_MS = 24 * 60 * 60_000;

const office = await setUpOffice();

/** Reads the key for the app, which the page writes in groups of four. */
function readKey({ text }: ClerkPage): string {
  return /class="key">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? '';
}

function codeOf(key: string): string {
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp: office.clocks.now() });
}

const secretIn = (set = '') => /=([0-9a-f]{64});/.exec(set)?.[1] ?? '';

it('at the first sign-in a clerk joins an app by the key on the page, and is shown recovery codes this once', async () => {
  await office.context.db.updateTable('clerks').set({ totpSealed: null }).execute();
  const browser = office.openBrowser();
  const first = await tryToSignIn(browser, 'ana');
  expect(first.text).toContain('<h1>Juntar uma aplicação de códigos</h1>');
  const key = readKey(first);
  expect(first.text).toContain(`secret=${key}`);
  const wrong = await typeCode(browser, '000000');
  expect([wrong.status, readKey(wrong)]).toEqual([422, key]);
  expect(wrong.text).toContain('<a href="#codigo">');
  const joined = await typeCode(browser, codeOf(key));
  const codes = joined.text.match(/<li>([a-z2-9]{5}-){2}[a-z2-9]{5}</g) ?? [];
  expect(codes).toHaveLength(10);
  expect((await browser.get('/balcao')).text).toContain('<h1>Pedidos</h1>');
  expect((await browser.get('/balcao/codigo')).text).toContain('Iniciar sessão no Balcão');
});

it('whoever has joined an app is asked for a code alone; too many are told with the time to wait', async () => {
  const browser = office.openBrowser();
  const asked = await tryToSignIn(browser, 'ana');
  expect(asked.text).toContain('<h1>Código de verificação</h1>');
  expect(readKey(asked)).toBe('');
  expect((await browser.get('/balcao')).text).toContain('Iniciar sessão no Balcão');
  const pages: ClerkPage[] = [];
  for (let tries = 0; tries < 5; tries += 1) pages.push(await typeCode(browser, '٠٠٠٠٠٠'));
  expect(pages.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429]);
  expect(pages.at(-1)?.headers.get('Retry-After')).toBe('60');
});

it('signing in again ends the session before', async () => {
  const browser = await office.openDesk('ana');
  const before = secretIn(browser.jar.get('eclic-balcao'));
  expect((await findClerkSession(office.context, before)).status).toBe('signedIn');
  await office.signInThere(browser, 'ana');
  expect((await findClerkSession(office.context, before)).status).toBe('signedOut');
  expect((await browser.get('/balcao')).text).toContain('<h1>Pedidos</h1>');
});

it('a browser in which a clerk has signed in is known by a cookie that opens nothing, of that clerk alone', async () => {
  const attacked = '192.0.2.77';
  const hers = office.openBrowser(attacked);
  await office.signInThere(hers, 'ana');
  await hers.post('/balcao/sair', {});
  const [mark = '', ...others] = [...hers.jar.values()];
  expect(others).toEqual([]);
  expect(mark).toMatch(
    /^eclic-balcao-[0-9a-f]{16}=[0-9a-f]{32}\.[0-9]+\.[0-9a-f]{64}; Max-Age=15552000; Path=\/balcao; HttpOnly; SameSite=Strict$/,
  );
  expect((await hers.get('/balcao')).text).toContain('Iniciar sessão no Balcão');

  const stranger = office.openBrowser(attacked);
  for (let tries = 0; tries < 5; tries += 1) await tryToSignIn(stranger, 'ana', 'wrong');
  const statusOf = async (cookie: string) => {
    const browser = office.openBrowser(attacked);
    browser.jar.set('mark', cookie);
    return (await tryToSignIn(browser, 'ana')).status;
  };
  expect(await statusOf(mark)).toBe(200);
  const ofRui = office.openBrowser(attacked);
  await office.signInThere(ofRui, 'rui');
  const [, value] = /=([^;]+)/.exec([...ofRui.jar.values()].at(-1) ?? '') ?? [];
  const name = mark.split('=')[0];
  for (const other of [
    `${name}=${value}`,
    mark.replace(/=./, (start) => (start === '=0' ? '=1' : '=0')),
    mark.replace(/\.[0-9]+\./, '.9999999999999.'),
  ])
    expect(await statusOf(other)).toBe(429);
});

it('a browser is known for half a year after its clerk was there', async () => {
  const browser = await office.openDesk('ana');
  office.clocks.advance(179 * DAY_MS);
  await office.signInThere(browser, 'ana');
  office.clocks.advance(181 * DAY_MS);
  for (let tries = 0; tries < 5; tries += 1) await tryToSignIn(office.openBrowser(), 'ana', 'wrong');
  expect((await tryToSignIn(browser, 'ana')).status).toBe(429);
});
