import { giveUp } from '../../src/lib/serving/listen.ts';
import { readConfig } from '../config.ts';
import { openContext } from '../open-context.ts';
import { terminalWatch } from '../operations/watch.ts';
import { forgetOld } from './forget-old.ts';

/** `npm run retention`: what else is done at night. */
const config = readConfig(process.env);
if (Array.isArray(config)) giveUp(config.join('\n'));
const context = await openContext(config, terminalWatch);
if (typeof context === 'string') giveUp(context);
await forgetOld(context);
await context.db.destroy();
