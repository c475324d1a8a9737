import { giveUp } from '../serving/listen.ts';
import { type Config, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { askDatabase } from './db/ask-database.ts';
import { COMMAND_PATIENCE } from './db/patience.ts';
import { openContext } from './open-context.ts';
import { terminalWatch } from './operations/watch.ts';

/** For a command that works where the server runs, with its settings. Ends the process where they are not right, and says why. */
export async function openAtTerminal(): Promise<Context> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) giveUp(config.join('\n'));
  await requireDatabase(config);
  const context = await openContext(config, terminalWatch, COMMAND_PATIENCE);
  return typeof context === 'string' ? giveUp(context) : context;
}

/** Ends the process where the database is not there: somebody sees it, and gives the command again. */
export async function requireDatabase({ database }: Pick<Config, 'database'>): Promise<void> {
  if (database.kind === 'embedded') return;
  const found = await askDatabase(database.url);
  if (found.status !== 'there') giveUp(found.sentence);
}
