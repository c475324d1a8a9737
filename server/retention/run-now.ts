import { openAtTerminal } from '../open-at-terminal.ts';
import { forgetOld } from './forget-old.ts';

/** `npm run retention`: what else is done at night. */
const context = await openAtTerminal();
await forgetOld(context);
await context.db.destroy();
