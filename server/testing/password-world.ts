import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openBrowser, type Subject } from '../../contract/conformance/subject.ts';
import type { Problem, SignedInSession } from '../../contract/types.ts';
import { keepAccounts } from '../accounts/keep-account.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { createPasswordKeeping, createPasswordWay } from '../sessions/password-way.ts';
import { createMailbox } from './mailbox.ts';
import { prepareWorld, restoreWorld } from './saved-world.ts';
import { START_MS } from './start-ms.ts';
import { createTestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';
import { openTestDatabase } from './test-database.ts';

export const RITA = { niss: '12345678902', name: 'Rita Modelo', email: 'rita@exemplo.pt' };
export const RUI = { niss: '11987654325', name: 'Rui Modelo', email: 'rui@exemplo.pt' };
export const PASSWORD = 'uma palavra só minha';
export const NEW_PASSWORD = 'quatro gatos na varanda';

type Told = Partial<SignedInSession> & Pick<Problem, 'type'>;
export type Browser = ReturnType<typeof openBrowser>;

/** Sets up Rita and Rui, who sign in with a palavra-chave and a code by mail. Each test begins with the same world. */
export async function setUpPasswords() {
  const clocks = createTestClocks();
  const plain = createTestContext(await openTestDatabase(), clocks);
  const mailbox = createMailbox();
  /** What the mail server does when it is called, and before it takes a mail. */
  const mail = { reach: async () => {}, take: async () => {} };
  const bugs: unknown[] = [];
  const send = async (one: Parameters<typeof mailbox.send>[0]) => {
    await mail.take();
    await mailbox.send(one);
  };
  const kept = await plain.hashing.keep(PASSWORD);
  const keeping = createPasswordKeeping(plain, send, () => mail.reach());
  const context: Context = {
    ...plain,
    onBug: (error) => void bugs.push(error),
    ways: { password: createPasswordWay(plain, send, keeping), provider: null },
  };

  beforeAll(() => prepareWorld(plain), START_MS);
  beforeEach(async () => {
    clocks.restart();
    await restoreWorld(plain.db);
    mailbox.mails.length = 0;
    bugs.length = 0;
    mail.reach = async () => {};
    mail.take = async () => {};
    const people = [RITA, RUI].map((person) => ({ ...person, ...kept }));
    await plain.db.transaction().execute((tx) => keepAccounts(tx, plain.seal, people));
  });
  afterAll(() => plain.db.destroy());

  const subject = (of: Context = context, remoteAddress = '192.0.2.1'): Subject => {
    const app = createApp(of);
    const from = { incoming: { socket: { remoteAddress } } };
    return { server: (request) => app(request, from), advance: clocks.advance, stop: async () => {} };
  };

  async function runJobs(): Promise<void> {
    await runDueJobs(context, 'sendRecoveryCode');
    await runDueJobs(context, 'tellPasswordChanged');
  }

  const call = (browser: Browser, path: string, json: unknown, method = 'POST') =>
    browser.send<Told>(method, path, { json });
  const enter = (browser: Browser, password: string, { niss } = RITA) =>
    call(browser, '/session/password', { niss, password });

  return {
    context,
    clocks,
    mailbox,
    mail,
    bugs,
    subject,
    runJobs,
    enter,
    open: (remoteAddress?: string) => openBrowser(subject(context, remoteAddress)),
    ask: (browser: Browser, { niss } = RITA) => call(browser, '/session/recovery', { niss }),
    finish: (browser: Browser, code: string, newPassword = NEW_PASSWORD) =>
      call(browser, '/session/recovery/password', { code, newPassword }),
    change: (browser: Browser, password: string, newPassword = NEW_PASSWORD) =>
      call(browser, '/password', { password, newPassword }, 'PUT'),
    /** Signs in with the code that came by mail. */
    async signIn(browser: Browser, password: string): Promise<Browser> {
      await enter(browser, password);
      const code = /\b[0-9]{6}\b/.exec(mailbox.last().text)?.[0];
      const { body } = await call(browser, '/session/code', { code, shared: false });
      browser.citizenId = body.citizen?.id ?? '';
      return browser;
    },
    /** Reads the code in the last mail. */
    recoveryCode: () => /\b[a-z0-9]{5}-[a-z0-9]{5}\b/.exec(mailbox.last().text)?.[0] ?? '',
  };
}
