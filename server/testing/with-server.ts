import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, PEOPLE, signIn } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { fillAtStart } from '../fill-at-start.ts';
import { openContext } from '../open-context.ts';
import { terminalWatch } from '../operations/watch.ts';
import type { Settings } from './run-program.ts';
import { TEST_SECRET } from './test-context.ts';

/** Returns the settings of a server on a database of a test, or with its own in this folder where PostgreSQL is not installed. */
export function settingsOn(address: string | null, folder: string): Settings {
  if (address === null) return { DATA_DIR: folder };
  const SECRET = Buffer.from(TEST_SECRET).toString('base64');
  return { DATABASE_URL: address, SECRET, SIGN_IN: 'simulator' };
}

/** Opens and fills what a server with these settings does, while the work lasts. */
export async function openServer<T>(env: Settings, work: (context: Context) => Promise<T>): Promise<T> {
  const config = readConfig(env);
  if (Array.isArray(config)) throw new Error(config.join());
  const context = await openContext(config, terminalWatch);
  if (typeof context === 'string') throw new Error(context);
  await fillAtStart(context, config.signIn);
  const result = await work(context);
  await context.db.destroy();
  // The folder was used by this process, which does not end as a server does.
  if (env.DATA_DIR) rmSync(join(env.DATA_DIR, 'process'));
  return result;
}

/** Runs a server with these settings while the work lasts, with Maria signed in. */
export function withServer<T>(
  env: Settings,
  work: (maria: Browser, context: Context) => Promise<T>,
): Promise<T> {
  return openServer(env, async (context) => {
    const server = createApp(context);
    return work(await signIn({ server, advance() {}, stop: async () => {} }, PEOPLE.maria), context);
  });
}
