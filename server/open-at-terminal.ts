import { giveUp } from '../serving/listen.ts';
import { type Config, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { askDatabase } from './db/ask-database.ts';
import { COMMAND_PATIENCE } from './db/patience.ts';
import { openContext } from './open-context.ts';
import { terminalWatch } from './operations/watch.ts';

/** Opens the context for a command that works where the server runs, with its settings. Ends the process with a sentence when they are wrong. */
export async function openAtTerminal(): Promise<Context> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) giveUp(config.join('\n'));
  await requireDatabase(config);
  const context = await openContext(config, terminalWatch, COMMAND_PATIENCE);
  return typeof context === 'string' ? giveUp(context) : context;
}

/** Ends the process when the database is not there: whoever gave the command sees it, and gives it again. */
export async function requireDatabase({ database }: Pick<Config, 'database'>): Promise<void> {
  if (database.kind === 'embedded') return;
  const found = await askDatabase(database.url);
  if (found.status !== 'there') giveUp(found.sentence);
}
