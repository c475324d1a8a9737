import { buffer } from 'node:stream/consumers';
import { giveUp } from '../../serving/listen.ts';
import type { Result } from '../../shared/result.ts';
import { PROGRAM } from '../how-to-call.ts';
import { atTerminal } from '../open-at-terminal.ts';
import type { Unanswered } from './command.ts';
import { createOfficeClient, type Desk } from './office-client.ts';
import { describeCommands, findApiCommand, findCommand, runCommand } from './run-command.ts';

/** The exit code for a temporary failure in `sysexits.h`: the caller may try again. */
const TRY_AGAIN = 75;

/** Runs `npm run server -- office list` and the other commands of the office. */
export async function runOffice([name, ...args]: string[]): Promise<void> {
  if (name === '--help' || name === 'help') {
    console.log(describeCommands());
    return;
  }
  const result = await run(name, args);
  if (result.ok) console.log(result.value);
  else if (typeof result.error === 'string') giveUp(result.error);
  else {
    console.error(result.error.sentence);
    process.exit(TRY_AGAIN);
  }
}

async function run(name: string | undefined, args: string[]): Promise<Result<string, string | Unanswered>> {
  const ofApi = findApiCommand(name);
  if (ofApi) return runCommand(ofApi, openDesk(process.env), args);
  const ofDatabase = findCommand(name) ?? giveUp(describeCommands());
  return atTerminal((context) => runCommand(ofDatabase, context, args));
}

/** Opens the desk that the settings describe. */
function openDesk({ OFFICE_URL, OFFICE_TOKEN }: Record<string, string | undefined>): Desk {
  if (!OFFICE_URL || !URL.canParse(OFFICE_URL))
    giveUp('OFFICE_URL must be the address of the server, as «https://eclic.exemplo.pt».');
  if (!OFFICE_TOKEN)
    giveUp(`OFFICE_TOKEN is missing. Whoever runs the server makes one: ${PROGRAM} office token add <name>`);
  return {
    office: createOfficeClient({ url: OFFICE_URL, token: OFFICE_TOKEN }),
    readInput: async () => (process.stdin.isTTY ? '' : (await buffer(process.stdin)).toString('utf8')),
  };
}
