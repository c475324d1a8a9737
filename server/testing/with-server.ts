import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, PEOPLE, signIn } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
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

/** Runs a server with these settings while the work lasts, with Maria signed in. */
export async function withServer<T>(
  env: Settings,
  work: (maria: Browser, context: Context) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  if (Array.isArray(config)) throw new Error(config.join());
  const context = await openContext(config, terminalWatch);
  if (typeof context === 'string') throw new Error(context);
  const server = createApp(context);
  const maria = await signIn({ server, advance() {}, stop: async () => {} }, PEOPLE.maria);
  const result = await work(maria, context);
  await context.db.destroy();
  // The folder was used by this process, which does not end as a server does.
  if (env.DATA_DIR) rmSync(join(env.DATA_DIR, 'process'));
  return result;
}
