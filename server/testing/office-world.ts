import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  type Browser,
  ORIGIN,
  type Subject,
  signIn,
  submission,
  submit,
} from '../../contract/conformance/subject.ts';
import type { ChangePage, CitizenRequest, Message, RequestSubmission } from '../../contract/types.ts';
import { setSupervisor } from '../clerks/clerks.ts';
import { newTotpSecret } from '../clerks/totp.ts';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { createSite } from '../site.ts';
import { type ClerkBrowser, type ClerkPage, hiddenFields, openClerkBrowser } from './clerk-browser.ts';
import { prepareWorld, restoreWorld } from './saved-world.ts';
import { START_MS } from './start-ms.ts';
import { createTestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';
import { openTestDatabase } from './test-database.ts';

export const PASSWORD = 'uma-palavra-comprida';
/** A topic in the form in which a submission names it. */
export const CHILD_BENEFIT = {
  status: 'known' as const,
  version: '2026-11',
  lifeEvent: { id: 'family', label: 'Família' },
  subject: { id: 'childBenefit', label: 'Abono de família para crianças e jovens' },
  reason: { id: 'howToApply', label: 'Como pedir' },
};
export const ANSWER = 'A nota diz respeito ao mês de outubro.';

const CLERKS = [
  { userName: 'ana', name: 'Ana Exemplo' },
  { userName: 'rui', name: 'Rui Exemplo' },
] as const;

type UserName = (typeof CLERKS)[number]['userName'];

/** The secret from which every clerk's app makes its codes. */
const TOTP_SECRET = newTotpSecret();
const CODE_LASTS_MS = 30_000;

/** Sets up citizens who have asked, and clerks to answer them, who can take back what they send for `undoMs`. Each test begins with the same world. */
export async function setUpOffice({ undoMs = 0 } = {}) {
  const clocks = createTestClocks();
  const context: Context = { ...createTestContext(await openTestDatabase(), clocks), undoMs };
  const site = createSite(context);
  const subject: Subject = { server: site, advance: clocks.advance, stop: async () => {} };

  const kept = await context.hashing.keep(PASSWORD);

  beforeAll(() => prepareWorld(context), START_MS);
  beforeEach(async () => {
    clocks.restart();
    await restoreWorld(context.db);
    await context.db
      .insertInto('clerks')
      .values(CLERKS.map((clerk) => ({ ...clerk, ...kept, totpSealed: sealFor(clerk.userName) })))
      .execute();
  });
  afterAll(() => context.db.destroy());

  const sealFor = (userName: string) => context.seal.seal(TOTP_SECRET, userName);
  const openBrowser = (address?: string) => openClerkBrowser(site, address);
  /** Signs in with the password, and with a code once the app shows one that was not used. */
  async function signInThere(
    browser: ClerkBrowser,
    userName: string,
    { password = PASSWORD, pedido = '' } = {},
  ): Promise<ClerkPage> {
    await tryToSignIn(browser, userName, password);
    clocks.advance(CODE_LASTS_MS);
    const secret = Secret.fromBase32(TOTP_SECRET);
    return typeCode(browser, TOTP.generate({ secret, timestamp: clocks.now() }), pedido);
  }
  async function openDesk(userName: UserName): Promise<ClerkBrowser> {
    const browser = openBrowser();
    await signInThere(browser, userName);
    return browser;
  }
  return {
    clocks,
    context,
    openBrowser,
    ask: (path: string, headers: Record<string, string>) => site(new Request(ORIGIN + path, { headers })),
    signInThere,
    signInMaria: () => signIn(subject),
    /** Lets time pass, and sends the acts that are due by then. */
    async letTimePass(ms: number): Promise<void> {
      clocks.advance(ms);
      await runDueJobs(context, 'sendOfficeAct');
    },
    openDesk,
    async openSupervisorsDesk(userName: UserName): Promise<ClerkBrowser> {
      await setSupervisor(context.db, userName, true);
      return openDesk(userName);
    },
  };
}

export function tryToSignIn(
  browser: ClerkBrowser,
  userName: string,
  password = PASSWORD,
): Promise<ClerkPage> {
  return browser.post('/balcao/entrar', { utilizador: userName, 'palavra-chave': password });
}

export function typeCode(browser: ClerkBrowser, codigo: string, pedido = ''): Promise<ClerkPage> {
  return browser.post('/balcao/codigo', { codigo, pedido });
}

/** Submits a request, and returns its id and the path of its page at Balcão. */
export async function makeRequest(citizen: Browser, fields: Partial<RequestSubmission> = {}) {
  const id = randomUUID();
  const { body } = await submit<CitizenRequest>(citizen, id, submission(fields));
  return { id, path: `/balcao/pedidos/${body.reference}` };
}

/** Returns the messages of a request as the app hears of them. */
export async function listMessages(citizen: Browser, id: string): Promise<Message[]> {
  const { body } = await citizen.send<ChangePage>('GET', '/changes?limit=500');
  const messages = body.changes.flatMap((change) => (change.type === 'message' ? [change.message] : []));
  return messages.filter(({ requestId }) => requestId === id);
}

/** Reads the request and posts one of its forms. */
export async function decide(
  clerk: ClerkBrowser,
  path: string,
  action: string,
  fields: Record<string, string | File> = {},
): Promise<ClerkPage> {
  const page = await clerk.get(path);
  return clerk.post(path, { ...hiddenFields(page, action), mensagem: ANSWER, ...fields });
}
