import { openAtTerminal } from '../open-at-terminal.ts';
import { forgetOld } from './forget-old.ts';

/** Runs `npm run server -- retention`, which does what a job does each night. */
export async function forgetOldNow(): Promise<void> {
  const context = await openAtTerminal();
  await forgetOld(context);
  await context.db.destroy();
}
