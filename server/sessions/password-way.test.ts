import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openBrowser, type Subject } from '../../contract/conformance/subject.ts';
import type { CodeRequiredSession, Problem, SignedInSession } from '../../contract/types.ts';
import { hashPeople, keepAccounts } from '../accounts/keep-account.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import type { KeptPassword } from '../password-hash.ts';
import { gate } from '../testing/gate.ts';
import { createMailbox, type Mailbox } from '../testing/mailbox.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { createPasswordWay } from './password-way.ts';

const RITA = {
  niss: '12345678902',
  name: 'Rita Modelo',
  email: 'rita.modelo@exemplo.pt',
  password: 'Uma palavra só minha',
};
const NOBODYS = '11987654325';

const clocks = createTestClocks();
let base: Context;
let mailbox: Mailbox;
/** The password that each try was judged by; undefined: nobody has the NISS. */
let lookedAt: (KeptPassword | undefined)[];

beforeAll(async () => {
  base = createTestContext(await openTestDatabase(), clocks);
  await migrate(base.db);
  await addRita(RITA);
}, START_MS);
afterAll(() => base.db.destroy());
beforeEach(async () => {
  mailbox = createMailbox();
  lookedAt = [];
  await base.db.deleteFrom('tries').execute();
});

async function addRita(rita: typeof RITA): Promise<void> {
  const hashed = await hashPeople(base.hashing, [rita]);
  await base.db.transaction().execute((tx) => keepAccounts(tx, base.seal, hashed));
}

function open(send = mailbox.send, judge = base.hashing.isRight, remoteAddress = '192.0.2.1'): Subject {
  const isRight: typeof judge = (kept, typed) => {
    lookedAt.push(kept);
    return judge(kept, typed);
  };
  const password = createPasswordWay({ ...base, hashing: { ...base.hashing, isRight } }, send);
  const app = createApp({ ...base, onBug() {}, ways: { password, provider: null } });
  return {
    server: (request) => app(request, { incoming: { socket: { remoteAddress } } }),
    advance: clocks.advance,
    stop: async () => {},
  };
}

const enter = (browser: ReturnType<typeof openBrowser>, niss = RITA.niss, password = RITA.password) =>
  browser.send<CodeRequiredSession & Pick<Problem, 'type'>>('POST', '/session/password', {
    json: { niss, password },
  });
const confirm = (browser: ReturnType<typeof openBrowser>, code: string) =>
  browser.send<SignedInSession & Pick<Problem, 'type'>>('POST', '/session/code', {
    json: { code, shared: false },
  });
const codeIn = (mail: { text: string }) => /\b[0-9]{6}\b/.exec(mail.text)?.[0] ?? '';

it('whoever was added signs in with their palavra-chave and the code that comes by e-mail', async () => {
  const browser = openBrowser(open());
  const { body } = await enter(browser);
  expect(body.codeSentTo).toEqual({ channel: 'email', masked: 'r•••@exemplo.pt' });
  expect(mailbox.last()).toMatchObject({
    to: RITA.email,
    subject: 'Código de verificação do e-Clic',
    text: expect.stringContaining('durante 5 minutos'),
  });
  const signedIn = await confirm(browser, codeIn(mailbox.last()));
  expect(signedIn.body).toMatchObject({ status: 'signedIn', citizen: { name: 'Rita Modelo' } });
});

it('no other code lets anybody in, and each mail has a new one', async () => {
  const browser = openBrowser(open());
  await enter(browser);
  const first = codeIn(mailbox.last());
  const wrong = String((Number(first) + 1) % 1_000_000).padStart(6, '0');
  expect((await confirm(browser, wrong)).body.type).toBe('wrong-code');
  await browser.send('POST', '/session/code/new');
  expect(codeIn(mailbox.last())).not.toBe(first);
  expect((await confirm(browser, first)).body.type).toBe('wrong-code');
  expect((await confirm(browser, codeIn(mailbox.last()))).body.status).toBe('signedIn');
});

it('a NISS that nobody has costs a try what a wrong palavra-chave costs, and is answered the same', async () => {
  const browser = openBrowser(open());
  const wrong = await enter(browser, RITA.niss, 'outra');
  const unknown = await enter(browser, NOBODYS, 'outra');
  expect(wrong.body.type).toBe('wrong-credentials');
  expect(unknown.body).toEqual(wrong.body);
  expect(lookedAt).toEqual([{ passwordHash: expect.any(String) }, undefined]);
  expect(mailbox.mails).toEqual([]);
});

/** Opens a server that judges every palavra-chave only once the test lets it. */
function openSlowly() {
  const judging = gate();
  // If a test failed here, its judging would hold the database against all later tests.
  onTestFinished(judging.open);
  const subject = open(mailbox.send, async (_kept, typed) => {
    await judging.pass();
    return typed === RITA.password;
  });
  return { subject, judging };
}

it('while one palavra-chave is judged, which takes long, whoever is signed in is answered', async () => {
  const rita = openBrowser(open());
  await enter(rita);
  await confirm(rita, codeIn(mailbox.last()));
  const { subject, judging } = openSlowly();
  const entering = enter(openBrowser(subject));
  await judging.reached;
  expect((await rita.send('GET', '/changes')).status).toBe(200);
  judging.open();
  expect((await entering).body.status).toBe('codeRequired');
});

it('sixteen guesses at once, from as many addresses, are no more than five: each is counted before it is judged', async () => {
  const guess = (_: unknown, n: number) =>
    enter(openBrowser(open(mailbox.send, undefined, `198.51.100.${n}`)), RITA.niss, `x${n}`);
  const types = (await Promise.all(Array.from({ length: 16 }, guess))).map(({ body }) => body.type);
  expect(lookedAt).toHaveLength(5);
  expect(types.filter((type) => type === 'wrong-credentials')).toHaveLength(4);
  expect(types.filter((type) => type === 'too-many-attempts')).toHaveLength(12);
  expect((await enter(openBrowser(open()))).body.type).toBe('too-many-attempts');
  expect(lookedAt, 'nothing is judged while nobody may try').toHaveLength(5);
});

it('a right palavra-chave, also one beside four wrong ones, leaves no try behind', async () => {
  const subject = open(mailbox.send, async (_kept, typed) => typed === RITA.password);
  for (let tries = 0; tries < 4; tries += 1) await enter(openBrowser(subject), RITA.niss, 'outra');
  for (let times = 0; times < 3; times += 1)
    expect((await enter(openBrowser(subject))).body.status).toBe('codeRequired');
  expect((await enter(openBrowser(subject), RITA.niss, 'outra')).body.type).toBe('too-many-attempts');
});

it('who has come by a provider alone has no palavra-chave that could be guessed', async () => {
  expect((await enter(openBrowser(open()), NOBODYS, '')).body.type).toBe('validation');
  await base.db.deleteFrom('accounts').execute();
  expect((await enter(openBrowser(open()))).body.type).toBe('wrong-credentials');
  await addRita(RITA);
});

it('a mail server that takes nothing lets nobody in; once it does, everybody, as codes that were not sent are not counted', async () => {
  const browser = openBrowser(
    open(async () => {
      throw new Error('451');
    }),
  );
  const asked = await Promise.all(Array.from({ length: 3 }, () => enter(browser)));
  for (let times = 0; times < 10; times += 1) asked.push(await enter(browser));
  for (const { body, headers } of asked)
    expect([body.type, Number(headers.get('Retry-After'))]).toEqual(['unavailable', expect.any(Number)]);
  expect((await enter(openBrowser(open()))).body.status).toBe('codeRequired');
});

it('whoever is added again has the new palavra-chave and address, and stays who they were', async () => {
  const idOf = async (password: string) => {
    const browser = openBrowser(open());
    await enter(browser, RITA.niss, password);
    return (await confirm(browser, codeIn(mailbox.last()))).body.citizen.id;
  };
  const id = await idOf(RITA.password);
  await addRita({ ...RITA, email: 'rita@outro.exemplo.pt', password: 'Outra' });
  expect((await enter(openBrowser(open()))).body.type).toBe('wrong-credentials');
  expect(await idOf('Outra')).toBe(id);
  expect(mailbox.last().to).toBe('rita@outro.exemplo.pt');
  await addRita(RITA);
});

it('mails come in the language of the browser in which somebody signed in last', async () => {
  const browser = openBrowser(open());
  const headers = { 'Accept-Language': 'de-AT, uk-UA;q=0.8, en;q=0.5' };
  await enter(browser);
  const code = codeIn(mailbox.last());
  await browser.send('POST', '/session/code', { json: { code, shared: false }, headers });
  await enter(openBrowser(open()));
  expect(mailbox.last().subject).toBe('Код підтвердження e-Clic');
});

it('where nobody signs in with a palavra-chave, or by a provider, it is told as out of order', async () => {
  const server = createApp({ ...base, ways: { password: null, provider: null } });
  const browser = openBrowser({ ...open(), server });
  expect((await enter(browser)).body.type).toBe('unavailable');
  expect((await browser.send<Problem>('POST', '/session/cmd')).body.type).toBe('unavailable');
});
