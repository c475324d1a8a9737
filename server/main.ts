import { giveUp } from '../serving/listen.ts';
import { describeFailure } from './db/describe-failure.ts';
import { PROGRAM } from './how-to-call.ts';

interface ServerCommand {
  /** The arguments behind the command's name, such as `<file>`. */
  takes: string;
  does: string;
  run(args: string[]): Promise<void>;
}

/** Each command is loaded when it is called: whoever lists requests from afar does not wait for the database's code. */
const COMMANDS: Readonly<Record<string, ServerCommand>> = {
  serve: {
    takes: '',
    does: 'the app and the server; the same without any word',
    run: async () => (await import('./serve.ts')).serve(),
  },
  office: {
    takes: '<what>',
    does: 'clerks, programs of the office, and what waits for it; «help» says more',
    run: async (args) => (await import('./office-cli/office-command.ts')).runOffice(args),
  },
  citizens: {
    takes: 'add | import <file> | remove',
    does: 'who may sign in with NISS and palavra-chave',
    run: async (args) => (await import('./citizens-command.ts')).runCitizens(args),
  },
  backup: {
    takes: '<file>',
    does: 'everything into a file',
    run: async (args) => (await import('./backup/backup-commands.ts')).backUp(args),
  },
  restore: {
    takes: '<file>',
    does: 'everything back, to where there is nothing yet',
    run: async (args) => (await import('./backup/backup-commands.ts')).restore(args),
  },
  retention: {
    takes: '',
    does: 'lets go now, instead of at night, of what has been kept for long enough',
    run: async () => {
      const { forgetOld } = await import('./retention/forget-old.ts');
      await (await import('./open-at-terminal.ts')).atTerminal(forgetOld);
    },
  },
  keys: {
    takes: 'list | rotate',
    does: 'by which receipts are signed',
    run: async (args) => (await import('./receipts/keys-command.ts')).runKeys(args),
  },
  'rotate-secret': {
    takes: '',
    does: 'another SECRET for what is there',
    run: async () => (await import('./rotation/rotate-now.ts')).rotateSecretNow(),
  },
};

const [name = 'serve', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) await command.run(args).catch(endInSentence);
else if (name === 'help' || name === '--help') console.log(describeCommands());
else giveUp(`There is no «${name}». There are:\n${describeCommands()}`);

/** A process that dies of an error prints all that it holds. */
function endInSentence(error: unknown): never {
  const sentence = describeFailure(error);
  if (sentence === null) throw error;
  giveUp(sentence);
}

function describeCommands(): string {
  return Object.entries(COMMANDS)
    .map(([each, { takes, does }]) => `  ${PROGRAM} ${`${each} ${takes}`.trim()}: ${does}`)
    .join('\n');
}
