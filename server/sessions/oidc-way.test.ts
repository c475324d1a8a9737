import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Browser, Subject } from '../../contract/conformance/subject.ts';
import { ORIGIN, openBrowser, PEOPLE } from '../../contract/conformance/subject.ts';
import type { Problem, SignedInSession } from '../../contract/types.ts';
import { STATE_LIFE_MS } from '../../domain/sign-in-tries.ts';
import { keepAccounts } from '../accounts/keep-account.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { describeBug } from '../log.ts';
import { startTestProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { createOidcWay } from './oidc-way.ts';
import { addSimulatedPeople } from './simulator.ts';

const NISS = 'http://interop.gov.pt/MDC/Cidadao/NISS';
const NAME = 'http://interop.gov.pt/MDC/Cidadao/NomeCompleto';
const RITA = { [NISS]: '12345678902', [NAME]: 'Rita Modelo', email: 'rita@exemplo.pt', email_verified: true };

const clocks = createTestClocks();
let base: Context;
let provider: TestProvider;
let told: unknown[];

beforeAll(async () => {
  base = createTestContext(await openTestDatabase(), clocks);
  await migrate(base.db);
  await addSimulatedPeople(base);
}, START_MS);
afterAll(() => base.db.destroy());
beforeEach(async () => {
  told = [];
  provider = await startTestProvider();
  provider.says = RITA;
  return () => provider.stop();
});

function open(changed: { clientSecret?: string } = {}): Subject {
  const onBug = (error: unknown) => void told.push(error);
  const config = {
    issuer: provider.issuer,
    clientId: provider.client.id,
    clientSecret: provider.client.secret,
    scope: 'openid',
    claims: { niss: NISS, name: NAME, email: 'email' },
    ...changed,
  };
  const ways = { password: null, provider: createOidcWay(config, ORIGIN) };
  return { server: createApp({ ...base, onBug, ways }), advance: clocks.advance, stop: async () => {} };
}

const leave = async (browser: Browser) =>
  (await browser.send<{ authorizeUrl: string; state: string }>('POST', '/session/cmd')).body;

const comeBack = (browser: Browser, code: string, state: string) =>
  browser.send<SignedInSession & Pick<Problem, 'type'>>('POST', '/session/cmd/return', {
    json: { code, state, shared: false },
  });

async function signInThere(browser = openBrowser(open())) {
  const { authorizeUrl, state } = await leave(browser);
  return (await comeBack(browser, provider.agree(authorizeUrl), state)).body;
}

it('somebody goes to the provider with what binds the answer to this start of it', async () => {
  const { authorizeUrl, state } = await leave(openBrowser(open()));
  const { origin, searchParams } = new URL(authorizeUrl);
  expect(origin).toBe(provider.issuer);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'eclic',
    redirect_uri: `${ORIGIN}/entrar/cmd`,
    scope: 'openid',
    state,
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
});

it('somebody whom nobody knew is a citizen from their first sign-in, and the same one at the next', async () => {
  const first = await signInThere();
  expect(first).toMatchObject({
    status: 'signedIn',
    citizen: { name: 'Rita Modelo', maskedNiss: '••••••••902', holder: 'person' },
    contact: { channel: 'email', masked: 'r•••@exemplo.pt' },
    lastSignIn: null,
  });
  provider.says = { ...RITA, [NAME]: 'Rita Modelo Casada', email: undefined };
  const next = await signInThere();
  expect(next.citizen).toEqual({ ...first.citizen, name: 'Rita Modelo Casada' });
  expect(next.contact).toEqual(first.contact);
  expect(next.lastSignIn).toMatchObject({ way: 'cmd' });
});

it('somebody who is known already is who they were, and an address that is not proved is not theirs', async () => {
  provider.says = { [NISS]: PEOPLE.bakery, [NAME]: 'Padaria', email: 'x@exemplo.pt', email_verified: false };
  const { citizen, contact } = await signInThere();
  expect(citizen).toMatchObject({ id: 'c_e9gu1c7la5', holder: 'organisation' });
  expect(contact).toMatchObject({ masked: 'g•••@padaria.exemplo.pt' });
});

it.each([undefined, null, 'true', 1])('an address proved by %j is nobody’s', async (email_verified) => {
  provider.says = { [NISS]: '11987654325', [NAME]: 'Rui Modelo', email: 'rui@exemplo.pt', email_verified };
  expect((await signInThere()).contact).toBeNull();
});

it('codes go on to the address that whoever runs the server has entered, whatever the provider says', async () => {
  const joao = { niss: PEOPLE.joao, name: 'João', email: 'joao@exemplo.pt', passwordHash: '' };
  await base.db.transaction().execute((tx) => keepAccounts(tx, base.seal, [joao]));
  provider.says = { [NISS]: PEOPLE.joao, [NAME]: 'João', email: 'outro@exemplo.pt', email_verified: true };
  expect((await signInThere()).contact).toMatchObject({ masked: 'j•••@exemplo.pt' });
});

it('two who come at once for the first time are one citizen', async () => {
  provider.says = { [NISS]: '11987654325', [NAME]: 'Rui Modelo' };
  const both = await Promise.all([signInThere(), signInThere()]);
  expect(both[0].citizen).toEqual(both[1].citizen);
});

it('a state lets in the browser alone that left with it, once, and for ten minutes', async () => {
  const subject = open();
  const [browser, other] = [openBrowser(subject), openBrowser(subject)];
  await leave(other);
  const { authorizeUrl, state } = await leave(browser);
  const code = provider.agree(authorizeUrl);
  expect((await comeBack(other, code, state)).body.type).toBe('wrong-state');
  expect((await comeBack(browser, code, state)).body.status).toBe('signedIn');
  expect((await comeBack(browser, code, state)).body.type).toBe('wrong-state');
  const late = await leave(browser);
  clocks.advance(STATE_LIFE_MS);
  const lateCode = provider.agree(late.authorizeUrl);
  expect((await comeBack(browser, lateCode, late.state)).body.type).toBe('wrong-state');
});

it('a code that was given for another start opens nothing here, nor does one that nobody gave', async () => {
  const browser = openBrowser(open());
  const { authorizeUrl } = await leave(browser);
  const { state } = await leave(browser);
  expect((await comeBack(browser, provider.agree(authorizeUrl), state)).body.type).toBe('cmd-refused');
  const again = await leave(browser);
  expect((await comeBack(browser, 'made-up', again.state)).body.type).toBe('cmd-refused');
  // A refusal is the citizen's matter, and nothing for whoever runs the server.
  expect(told).toEqual([]);
});

it('a code is taken once, also by whoever begins anew with it', async () => {
  const browser = openBrowser(open());
  const { authorizeUrl, state } = await leave(browser);
  const code = provider.agree(authorizeUrl);
  await comeBack(browser, code, state);
  const again = await leave(browser);
  expect((await comeBack(browser, code, again.state)).body.type).toBe('cmd-refused');
});

it.each([
  ['with another nonce', { lies: { nonce: 'another' } }],
  ['for another client', { lies: { aud: 'another' } }],
  ['of another issuer', { lies: { iss: 'https://evil.example' } }],
  ['that has run out', { lies: { exp: 1 } }],
  ['that the provider has not signed', { signsWith: 'a stranger’s key' }],
])('an identity token %s lets nobody in, and is told to whoever runs the server', async (_name, faults) => {
  Object.assign(provider, faults);
  expect(await signInThere()).toMatchObject({ type: 'unavailable' });
  expect(told).toHaveLength(1);
});

it.each([
  ['without a NISS', { [NAME]: 'Rita' }],
  ['with what is no NISS', { ...RITA, [NISS]: '12345678903' }],
  ['without a name', { [NISS]: RITA[NISS] }],
  ['by a name that no database keeps', { ...RITA, [NAME]: 'Rita\u0000Modelo' }],
])('somebody who is confirmed %s is let in nowhere', async (_name, says) => {
  provider.says = says;
  expect(await signInThere()).toMatchObject({ type: 'cmd-refused' });
});

it('a provider that is out of order, or does not know this server, is not taken for a no', async () => {
  const browser = openBrowser(open());
  const { authorizeUrl, state } = await leave(browser);
  const code = provider.agree(authorizeUrl);
  provider.fails = 502;
  expect((await comeBack(browser, code, state)).body.type).toBe('unavailable');
  provider.fails = null;
  const stranger = openBrowser(open({ clientSecret: 'another' }));
  expect(await signInThere(stranger)).toMatchObject({ type: 'unavailable' });
  expect(told).toMatchObject([{ of: 'provider' }, expect.not.objectContaining({ of: 'provider' })]);
  expect(told.map(describeBug).join()).not.toMatch(/only-the-two-know|another/);
});

it('a provider that did not answer when it was first asked is asked again', async () => {
  const browser = openBrowser(open());
  provider.fails = 503;
  expect(await leave(browser)).toMatchObject({ type: 'unavailable' });
  provider.fails = null;
  expect(await signInThere(browser)).toMatchObject({ status: 'signedIn' });
});
