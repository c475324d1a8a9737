import { giveUp } from '../../src/lib/serving/listen.ts';
import { readConfig } from '../config.ts';
import { openContext } from '../open-context.ts';
import { describeCommands, findCommand, runCommand } from './run-command.ts';

const [name, ...args] = process.argv.slice(2);
const command = findCommand(name);
if (!command) giveUp(describeCommands());
const config = readConfig(process.env);
if (Array.isArray(config)) giveUp(config.join('\n'));
const context = await openContext(config);
if (typeof context === 'string') giveUp(context);

const result = await runCommand(command, context, args);
await context.db.destroy();
if (!result.ok) giveUp(result.error);
console.log(result.value);
