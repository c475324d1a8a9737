import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  type Browser,
  ORIGIN,
  signIn,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import type { Server } from '../../contract/server.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import { addToken } from '../office-api/tokens.ts';
import { createOfficeClient } from '../office-cli/office-client.ts';
import { findApiCommand, findCommand, runCommand } from '../office-cli/run-command.ts';
import { createSite } from '../site.ts';
import { prepareWorld, restoreWorld } from './saved-world.ts';
import { START_MS } from './start-ms.ts';
import { createTestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';
import { openTestDatabase } from './test-database.ts';

/** Sets up somebody at a terminal of the office with a token, and Maria, who asks. Each test begins with the same world. */
export async function setUpTerminal() {
  const clocks = createTestClocks();
  const context: Context = createTestContext(await openTestDatabase(), clocks);
  const site = createSite(context);
  const world: { maria: Browser | null; token: string; piped: string } = {
    maria: null,
    token: '',
    piped: '',
  };

  beforeAll(() => prepareWorld(context), START_MS);
  beforeEach(async () => {
    clocks.restart();
    await restoreWorld(context.db);
    world.maria = await signIn({ server: site, advance: clocks.advance, stop: async () => {} });
    world.token = (await addToken(context, 'gestao-documental')) ?? '';
    world.piped = '';
  });
  afterAll(() => context.db.destroy());

  const maria = (): Browser => {
    if (!world.maria) throw new Error('Maria is not there yet');
    return world.maria;
  };
  return {
    clocks,
    context,
    site,
    maria,
    token: () => world.token,
    /** Gives the words that are piped into the next commands. */
    pipe(words: string): void {
      world.piped = words;
    },
    /** Runs a command over the API. Its result begins with `!` when something was wrong, and with `?` when nobody answered. */
    async office(name: string, args: string[], server: Server = site): Promise<string> {
      const command = findApiCommand(name);
      if (!command) throw new Error(`There is no ${name}`);
      const client = createOfficeClient({ url: ORIGIN, token: world.token }, server);
      const desk = { office: client, readInput: async () => world.piped };
      const result = await runCommand(command, desk, args);
      if (result.ok) return result.value;
      return typeof result.error === 'string' ? `! ${result.error}` : `? ${result.error.sentence}`;
    },
    /** Runs a command where the server runs. */
    async atServer(name: string, ...args: string[]): Promise<string> {
      const command = findCommand(name);
      if (!command) throw new Error(`There is no ${name}`);
      const result = await runCommand(command, context, args);
      return result.ok ? result.value : `! ${result.error}`;
    },
    async ask(description = 'Recebi uma nota de cobrança.', bytes?: Uint8Array): Promise<CitizenRequest> {
      const attachments = bytes ? [await uploaded(maria(), bytes)] : [];
      const content = submission({ description, attachments });
      return (await submit<CitizenRequest>(maria(), randomUUID(), content)).body;
    },
  };
}
