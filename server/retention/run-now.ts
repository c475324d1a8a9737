import { openAtTerminal } from '../open-at-terminal.ts';
import { forgetOld } from './forget-old.ts';

/** `npm run server -- retention`: what else is done at night. */
export async function forgetOldNow(): Promise<void> {
  const context = await openAtTerminal();
  await forgetOld(context);
  await context.db.destroy();
}
