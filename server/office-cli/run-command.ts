import { ownValue } from '../../shared/own-value.ts';
import { err, type Result } from '../../shared/result.ts';
import { PROGRAM } from '../how-to-call.ts';
import { ACTING_COMMANDS } from './acting-commands.ts';
import { CLERK_COMMANDS } from './clerk-commands.ts';
import type { Command, Unanswered } from './command.ts';
import type { Desk } from './office-client.ts';
import { READING_COMMANDS } from './reading-commands.ts';
import { RECORD_COMMANDS } from './record-command.ts';
import { SEARCH_COMMANDS } from './search-commands.ts';
import { SERVICE_COMMANDS } from './service-commands.ts';
import { TOKEN_COMMANDS } from './token-commands.ts';
import { WORKING_COMMANDS } from './working-commands.ts';

const AT_THE_DATABASE: Record<string, Command> = {
  ...CLERK_COMMANDS,
  ...SERVICE_COMMANDS,
  ...TOKEN_COMMANDS,
  ...RECORD_COMMANDS,
};
const OVER_THE_API: Record<string, Command<Desk>> = {
  ...READING_COMMANDS,
  ...ACTING_COMMANDS,
  ...WORKING_COMMANDS,
  ...SEARCH_COMMANDS,
};

/** Finds a command that works at the database. */
export function findCommand(name = ''): Command | undefined {
  return ownValue(AT_THE_DATABASE, name);
}

export function findApiCommand(name = ''): Command<Desk> | undefined {
  return ownValue(OVER_THE_API, name);
}

export function describeCommands(): string {
  return [
    'From anywhere, with OFFICE_URL and OFFICE_TOKEN:',
    ...linesOf(OVER_THE_API),
    'Where the server runs, with its settings:',
    ...linesOf(AT_THE_DATABASE),
  ].join('\n');
}

function linesOf(commands: Record<string, Pick<Command, 'takes' | 'does'>>): string[] {
  return Object.entries(commands).map(
    ([name, { takes, does }]) => `  ${PROGRAM} office ${name} ${takes}\n    ${does}`,
  );
}

/** Tells an option that the command does not know like anything else that is wrong. */
export async function runCommand<Of>(
  command: Command<Of>,
  of: Of,
  args: string[],
): Promise<Result<string, string | Unanswered>> {
  try {
    return await command.run(of, args);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS')) return err(message);
    throw error;
  }
}
