import { resolve } from 'node:path';
import { giveUp } from '../serving/listen.ts';
import { type Config, requireConfig } from './config.ts';
import type { Context } from './context.ts';
import { askDatabase } from './db/ask-database.ts';
import { COMMAND_PATIENCE } from './db/patience.ts';
import { hasDatabase } from './embedded-folder.ts';
import { openContext } from './open-context.ts';
import { terminalWatch } from './operations/watch.ts';

/** Does the work of a command where the server runs, with its settings. Ends the process with a sentence when they are wrong. */
export async function atTerminal<Done>(work: (context: Context) => Promise<Done>): Promise<Done> {
  const config = requireConfig();
  await requireDatabase(config);
  tellNewDatabase(config);
  const context = await openContext(config, terminalWatch, COMMAND_PATIENCE);
  if (typeof context === 'string') giveUp(context);
  const done = await work(context);
  await context.db.destroy();
  return done;
}

/** Without its settings a command works on a database that no server has. */
function tellNewDatabase({ database }: Pick<Config, 'database'>): void {
  if (database.kind === 'embedded' && !hasDatabase(database.folder))
    console.error(
      `There was no database in ${resolve(database.folder)}: a new one is made. DATABASE_URL or DATA_DIR names another.`,
    );
}

/** Ends the process when the database is not there: whoever gave the command sees it, and gives it again. */
export async function requireDatabase({ database }: Pick<Config, 'database'>): Promise<void> {
  if (database.kind === 'embedded') return;
  const found = await askDatabase(database.url);
  if (found.status !== 'there') giveUp(found.sentence);
}
