import { atTerminal } from '../open-at-terminal.ts';
import { forgetOld } from './forget-old.ts';

/** Runs `npm run server -- retention`, which does what a job does each night. */
export async function forgetOldNow(): Promise<void> {
  await atTerminal(forgetOld);
}
