import { PROGRAM } from '../how-to-call.ts';
import type { GivenUp } from './settle-restored.ts';

/** Returns the text that says what is left to do after a restore, with the commands that do it. */
export function tellRestored({ clerks, tokens }: GivenUp): string {
  return [
    'Restored. Everybody signs in again; what came after the backup is not there.',
    ...list(
      'Clerks, whose passwords open nothing now. Give a new one to whoever is still to be let in:',
      clerks.map((userName) => `${PROGRAM} office new-password ${userName}`),
    ),
    ...list(
      'Programs of the office, whose tokens open nothing now. Give a new one to those that still act for it:',
      tokens.map((name) => `${PROGRAM} office token add ${name}`),
    ),
    `Whoever was given another palavra-chave since the backup has the one of before: enter them again by ${PROGRAM} citizens add.`,
    `Accounts that were closed since the backup are open again. Nothing here tells whose they were: close those that you have a note of by ${PROGRAM} citizens remove.`,
  ].join('\n');
}

function list(title: string, commands: readonly string[]): string[] {
  return commands.length === 0 ? [] : [title, ...commands.map((command) => `  ${command}`)];
}
