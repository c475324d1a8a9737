import { err, type Result } from '../../src/lib/result.ts';
import type { Context } from '../context.ts';
import { CLERK_COMMANDS } from './clerk-commands.ts';
import type { Command } from './command.ts';
import { TOKEN_COMMANDS } from './token-commands.ts';

const COMMANDS: Record<string, Command> = { ...CLERK_COMMANDS, ...TOKEN_COMMANDS };

export function findCommand(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

export function describeCommands(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { takes, does }]) => `  npm run office -- ${name} ${takes}\n    ${does}`,
  );
  return ['What can be asked for:', ...lines].join('\n');
}

/** An option that the command does not know is told like anything else that is wrong. */
export async function runCommand(
  command: Command,
  context: Context,
  args: string[],
): Promise<Result<string, string>> {
  try {
    return await command.run(context, args);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS')) return err(message);
    throw error;
  }
}
