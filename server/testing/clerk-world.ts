import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { signInClerk } from '../clerks/clerk-sign-in.ts';
import { addClerk } from '../clerks/clerks.ts';
import { confirmClerkCode } from '../clerks/confirm-code.ts';
import { findWaiting } from '../clerks/waiting-sign-in.ts';
import { migrate } from '../db/migrate.ts';
import { findCommand, runCommand } from '../office-cli/run-command.ts';
import { START_MS } from './start-ms.ts';
import { createTestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';
import { openTestDatabase } from './test-database.ts';

export const OFFICE = '192.0.2.1';
export const CLERKS_PASSWORD = 'uma-palavra-comprida';
const CODE_LASTS_MS = 30_000;

interface From {
  address?: string;
  browser?: string | null;
}

/** Sets up clerks without their pages: commands, sign-ins, codes. Each test begins without clerks. */
export async function setUpClerks() {
  const clocks = createTestClocks();
  const context = createTestContext(await openTestDatabase(), clocks);
  beforeAll(() => migrate(context.db), START_MS);
  beforeEach(async () => {
    clocks.restart();
    for (const table of ['clerks', 'tries'] as const) await context.db.deleteFrom(table).execute();
  });
  afterAll(() => context.db.destroy());

  async function run(name: string, ...args: string[]): Promise<string> {
    const command = findCommand(name);
    if (!command) throw new Error(`There is no ${name}`);
    const result = await runCommand(command, context, args);
    return result.ok ? result.value : `! ${result.error}`;
  }

  function tryToSignIn(userName: string, password: string, { address = OFFICE, browser = null }: From = {}) {
    return signInClerk(context, { userName, password, address, browser }, '');
  }

  /** Returns the secret of a sign-in that waits for its code. */
  async function enter(userName: string, password: string, from?: From): Promise<string> {
    const begun = await tryToSignIn(userName, password, from);
    if (begun.status !== 'needsCode') throw new Error(`Not asked for a code: ${begun.status}`);
    return begun.secret;
  }

  function confirm(userName: string, secret: string, code: string, from: From = {}) {
    const { address = OFFICE, browser = null } = from;
    return confirmClerkCode(context, { userName, address, browser }, { secret, code });
  }

  /** Returns the code that the clerk's app shows. */
  async function codeNow(secret: string): Promise<string> {
    const waiting = await findWaiting(context, context.db, secret);
    if (!waiting) throw new Error('Nobody waits for a code');
    return TOTP.generate({ secret: Secret.fromBase32(waiting.totpSecret), timestamp: clocks.now() });
  }

  return {
    clocks,
    context,
    run,
    tryToSignIn,
    enter,
    confirm,
    codeNow,
    async add(userName: string): Promise<void> {
      const kept = await context.hashing.keep(CLERKS_PASSWORD);
      await addClerk(context.db, { userName, name: userName, ...kept });
    },
    /** Signs in with the next code that the clerk's app shows. */
    async signIn(userName: string, password: string, from?: From) {
      const secret = await enter(userName, password, from);
      clocks.advance(CODE_LASTS_MS);
      const confirmed = await confirm(userName, secret, await codeNow(secret), from);
      if (confirmed.status !== 'signedIn') throw new Error(`Not signed in: ${confirmed.status}`);
      return confirmed;
    },
  };
}

export function readPassword(printed: string): string {
  return /Password: +(\S+)/.exec(printed)?.[1] ?? '';
}
