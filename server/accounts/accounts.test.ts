import { randomUUID } from 'node:crypto';
import { PassThrough, Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  openBrowser,
  pdf,
  type Subject,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import type { Problem, Session, SignedInSession } from '../../contract/types.ts';
import { err } from '../../shared/result.ts';
import { createApp } from '../app.ts';
import { citizenOf, findCitizenId } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { KeptPassword } from '../password-hash.ts';
import { createPasswordWay } from '../sessions/password-way.ts';
import { gate } from '../testing/gate.ts';
import { createMailbox } from '../testing/mailbox.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { keepAccounts } from './keep-account.ts';
import { removeAtTerminal } from './remove-at-terminal.ts';

const RITA = { niss: '12345678902', name: 'Rita Modelo', email: 'rita@exemplo.pt' };
const RUI = { niss: '11987654325', name: 'Rui Modelo', email: 'rui@exemplo.pt' };

const clocks = createTestClocks();
const mailbox = createMailbox();
let context: Context;
let kept: KeptPassword;
let another: KeptPassword;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(context);
  kept = await context.hashing.keep('uma palavra');
  another = await context.hashing.keep('outra palavra');
}, START_MS);
afterAll(() => context.db.destroy());
beforeEach(async () => {
  await restoreWorld(context.db);
  for (const person of [RITA, RUI]) await give(person, kept);
});

const give = (person: typeof RITA, password: KeptPassword) =>
  context.db.transaction().execute((tx) => keepAccounts(tx, context.seal, [{ ...person, ...password }]));

/** Opens a server that accepts any palavra-chave, unless a test passes a check of its own. */
function open(isRight = async () => true): Subject {
  const hashing = { ...context.hashing, isRight };
  const ways = { password: createPasswordWay({ ...context, hashing }, mailbox.send), provider: null };
  return { server: createApp({ ...context, ways }), advance: clocks.advance, stop: async () => {} };
}

const enter = (browser: Browser, { niss }: typeof RITA) =>
  browser.send<Pick<Problem, 'type'>>('POST', '/session/password', {
    json: { niss, password: 'uma palavra' },
  });
const code = () => /\b[0-9]{6}\b/.exec(mailbox.last().text)?.[0];
const stateOf = async (browser: Browser) => (await browser.send<Session>('GET', '/session')).body.status;

async function signIn(person: typeof RITA, shared = false): Promise<Browser> {
  const browser = openBrowser(open());
  await enter(browser, person);
  const { body } = await browser.send<SignedInSession>('POST', '/session/code', {
    json: { code: code(), shared },
  });
  browser.citizenId = body.citizen.id;
  return browser;
}

describe('A new palavra-chave', () => {
  it('ends each session of its citizen and each sign-in that waits for its code, and nobody else’s', async () => {
    const [own, shared, rui] = [await signIn(RITA), await signIn(RITA, true), await signIn(RUI)];
    const waiting = openBrowser(open());
    await enter(waiting, RITA);
    const sent = code();
    await give(RITA, another);
    expect(await Promise.all([own, shared, waiting, rui].map(stateOf))).toEqual([
      'signedOut',
      'signedOut',
      'signedOut',
      'signedIn',
    ]);
    expect((await own.send('GET', '/changes')).status).toBe(401);
    const late = await waiting.send('POST', '/session/code', { json: { code: sent, shared: false } });
    expect(late.body).toMatchObject({ type: 'no-sign-in' });
    expect(await stateOf(await signIn(RITA))).toBe('signedIn');
  });

  it('opens nothing to whoever gave the old one while it was changed', async () => {
    const judging = gate();
    const browser = openBrowser(
      open(async () => {
        await judging.pass();
        return true;
      }),
    );
    const entering = enter(browser, RITA);
    await judging.reached;
    await give(RITA, another).finally(judging.open);
    expect((await entering).body.type).toBe('wrong-credentials');
    expect(await stateOf(browser)).toBe('signedOut');
  });
});

/** Runs the command at a terminal at which somebody types these lines. */
async function remove(...typed: string[]) {
  const keys = new PassThrough();
  let shown = '';
  const screen = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk);
      if (String(chunk).endsWith(': ')) setImmediate(() => keys.write(`${typed.shift()}\r`));
      done();
    },
  });
  const removed = await removeAtTerminal(context, keys, screen);
  return { removed, shown };
}

/** Lists the tables that hold a row of the citizen. */
async function tablesOf(citizenId: string): Promise<string[]> {
  const tables = (await context.db.introspection.getTables()).filter(({ schema }) => schema === 'public');
  const found: string[] = [];
  for (const { name, columns } of tables) {
    const column = columns.find(
      (each) => each.name === 'citizen_id' || (name === 'citizens' && each.name === 'id'),
    );
    if (!column) continue;
    const { rows } =
      await sql`select 1 from ${sql.table(name)} where ${sql.ref(column.name)} = ${citizenId}`.execute(
        context.db,
      );
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

describe('An account that is closed', () => {
  it('leaves nothing of somebody who has no request: neither session, address, words nor files', async () => {
    const rita = await signIn(RITA);
    await rita.send('PUT', `/drafts/${randomUUID()}`, {
      json: submission(),
      headers: { 'If-None-Match': '*' },
    });
    await uploaded(rita, pdf('fatura'));
    const { removed, shown } = await remove(RITA.niss, RITA.name);
    const said = removed.ok && removed.value;
    expect(shown).toContain('Rita Modelo has 1 draft and 1 file that no request names');
    expect(said).toContain('The account is closed. Nothing of it is kept.');
    // After a restore nothing else would tell that this account was closed.
    expect(said).toContain('In backups of before it is open: keep a note');
    expect(await stateOf(rita)).toBe('signedOut');
    expect(await tablesOf(rita.citizenId)).toEqual([]);
    expect(await findCitizenId(context.db, context.seal, RITA.niss)).toBeUndefined();
  });

  it('leaves requests to the office for as long as they are kept, without a way in and without an address', async () => {
    const rita = await signIn(RITA);
    const file = await uploaded(rita, pdf('fatura'));
    await submit(rita, randomUUID(), submission({ attachments: [file] }));
    const { removed, shown } = await remove(RITA.niss, RITA.name);
    expect(shown).toContain('1 request, which the office keeps');
    expect(removed.ok && removed.value).toContain('RETENTION_CLOSED_YEARS');
    expect(await stateOf(rita)).toBe('signedOut');
    const { contact, emailSealed, lastSignIn } = await citizenOf(context.db, rita.citizenId);
    expect([contact, emailSealed, lastSignIn]).toEqual([null, null, null]);
    expect(await tablesOf(rita.citizenId)).not.toContain('accounts');
    expect(await tablesOf(rita.citizenId)).toContain('pieces');
    const again = openBrowser(open(async () => false));
    expect((await enter(again, RITA)).body.type).toBe('wrong-credentials');
  });

  it('is not closed to whoever types another name, nor is one that nobody has', async () => {
    const rita = await signIn(RITA);
    const misnamed = await remove(RITA.niss, 'Rui Modelo');
    expect(misnamed.removed).toEqual(err('Nothing was changed.'));
    expect((await remove('10987654321')).removed.ok).toBe(false);
    expect(await stateOf(rita)).toBe('signedIn');
  });
});
