import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Answer, type Browser, openBrowser, submit } from '../../contract/conformance/subject.ts';
import type { Problem, SignedInSession } from '../../contract/types.ts';
import { createApp } from '../app.ts';
import { findCitizenId } from '../citizens.ts';
import type { Context } from '../context.ts';
import { createPasswordWay } from '../sessions/password-way.ts';
import { createMailbox } from '../testing/mailbox.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { closeAccount } from './close-account.ts';
import { keepAccounts } from './keep-account.ts';

const PASSWORD = 'uma palavra';
const RITA = { niss: '12345678902', name: 'Rita Modelo', email: 'rita@exemplo.pt' };

const mailbox = createMailbox();
let context: Context;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(1), createTestClocks());
  await prepareWorld(context);
}, START_MS);
beforeEach(() => restoreWorld(context.db));
afterAll(() => context.db.destroy());

function open(db = context.db): Browser {
  const ways = { password: createPasswordWay(context, mailbox.send), provider: null };
  const server = createApp({ ...context, ways, db });
  return openBrowser({ server, advance() {}, stop: async () => {} });
}

type Told = Partial<SignedInSession> & Pick<Problem, 'type'>;

const CALLS = {
  password: (browser: Browser): Promise<Answer<Told>> =>
    browser.send('POST', '/session/password', { json: { niss: RITA.niss, password: PASSWORD } }),
  code: (browser: Browser): Promise<Answer<Told>> =>
    browser.send('POST', '/session/code', {
      json: { code: /\b[0-9]{6}\b/.exec(mailbox.last().text)?.[0], shared: false },
    }),
  another: (browser: Browser): Promise<Answer<Told>> => browser.send('POST', '/session/code/new'),
  session: (browser: Browser): Promise<Answer<Told>> => browser.send('GET', '/session'),
};

/** Opens Rita's account, also after it was closed, and returns her id. */
async function openAccount(): Promise<string> {
  await context.db.deleteFrom('tries').execute();
  const rita = { ...RITA, ...(await context.hashing.keep(PASSWORD)) };
  await context.db.transaction().execute((tx) => keepAccounts(tx, context.seal, [rita]));
  return (await findCitizenId(context.db, context.seal, RITA.niss)) ?? '';
}

async function sendRequest(): Promise<void> {
  const browser = open();
  browser.citizenId = await openAccount();
  await CALLS.password(browser);
  await CALLS.code(browser);
  expect((await submit(browser, randomUUID())).status).toBe(201);
}

/** Closes an account after so many more statements, or after the transaction to which the last of them belongs. */
function closeAfter(citizenId: string) {
  let left = Number.POSITIVE_INFINITY;
  let closing: Promise<unknown> | null = null;
  const db = context.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      left -= 1;
      if (left === 0) closing = closeAccount(context, citizenId);
      return result;
    },
  });
  return {
    db,
    begin(statements: number) {
      left = statements;
    },
    /** Returns false if there were fewer statements, and the account was not closed. */
    async end(): Promise<boolean> {
      left = Number.POSITIVE_INFINITY;
      await closing;
      return closing !== null;
    },
  };
}

it.each([
  ['nothing of which is kept', false],
  ['of which a request is kept', true],
])(
  'whoever is signing in to an account, %s, is answered as the contract says at whatever moment it is closed',
  async (_which, hasRequest) => {
    if (hasRequest) await sendRequest();
    const answers = new Set<string>();
    for (const [name, call] of Object.entries(CALLS)) {
      for (let moment = 1, isOver = false; !isOver; moment += 1) {
        const closing = closeAfter(await openAccount());
        const browser = open(closing.db);
        if (name !== 'password') await CALLS.password(browser);
        closing.begin(moment);
        const { status, body } = await call(browser);
        isOver = !(await closing.end());
        answers.add(`${name} ${status} ${status === 200 ? body.status : body.type}`);
        if (!isOver) expect((await CALLS.session(browser)).body.status).toBe('signedOut');
      }
    }
    expect([...answers].toSorted()).toEqual([
      'another 200 codeRequired',
      'another 409 no-sign-in',
      'code 200 signedIn',
      'code 409 no-sign-in',
      'password 200 codeRequired',
      'password 422 wrong-credentials',
      'session 200 codeRequired',
      'session 200 signedOut',
    ]);
  },
  2 * START_MS,
);
