import { giveUp } from '../serving/listen.ts';
import { readConfig } from './config.ts';
import type { Context } from './context.ts';
import { openContext } from './open-context.ts';
import { terminalWatch } from './operations/watch.ts';

/** For a command that works where the server runs, with its settings. Ends the process where they are not right, and says why. */
export async function openAtTerminal(): Promise<Context> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) giveUp(config.join('\n'));
  const context = await openContext(config, terminalWatch);
  return typeof context === 'string' ? giveUp(context) : context;
}
