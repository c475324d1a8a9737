import { giveUp } from '../../serving/listen.ts';
import type { Result } from '../../shared/result.ts';
import { atTerminal } from '../open-at-terminal.ts';
import type { Command, Unanswered } from './command.ts';
import { type Desk, openDesk } from './office-client.ts';
import { describeCommands, findApiCommand, findCommand, runCommand } from './run-command.ts';

/** The exit code for a temporary failure in `sysexits.h`: the caller may try again. */
const TRY_AGAIN = 75;

/** Runs `npm run server -- office list` and the other commands of the office. */
export async function runOffice([name, ...args]: string[]): Promise<void> {
  if (name === '--help' || name === 'help') {
    console.log(describeCommands());
    return;
  }
  const [ofApi, ofDatabase] = [findApiCommand(name), findCommand(name)];
  const result = await (ofApi
    ? runAtDesk(ofApi, args)
    : runAtDatabase(ofDatabase ?? giveUp(describeCommands()), args));
  if (result.ok) console.log(result.value);
  else if (typeof result.error === 'string') giveUp(result.error);
  else {
    console.error(result.error.sentence);
    process.exit(TRY_AGAIN);
  }
}

type Done = Promise<Result<string, string | Unanswered>>;

async function runAtDesk(command: Command<Desk>, args: string[]): Done {
  const desk = openDesk(process.env);
  if (typeof desk === 'string') giveUp(desk);
  return runCommand(command, desk, args);
}

async function runAtDatabase(command: Command, args: string[]): Done {
  return atTerminal((context) => runCommand(command, context, args));
}
