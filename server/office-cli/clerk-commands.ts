import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/result.ts';
import { addClerk, changePassword, removeClerk, resetSecondFactor, setSupervisor } from '../clerks/clerks.ts';
import { makePassword } from '../clerks/password.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { stopSending } from '../office/stop-sending.ts';
import { isPlainName, PLAIN_NAME_WORDS } from '../plain-name.ts';
import type { Command } from './command.ts';

export const CLERK_COMMANDS: Record<string, Command> = {
  'add-clerk': {
    takes: '<user> [--name "Full Name"]',
    does: 'lets somebody sign in to Balcão, and prints their first password',
    async run({ db, hashing }, args) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { name: { type: 'string' } },
      });
      const [userName = ''] = positionals;
      if (!isPlainName(userName)) return err(`A user name ${PLAIN_NAME_WORDS}`);
      const password = makePassword();
      const kept = await hashing.keep(password);
      const isNew = await addClerk(db, { userName, name: values.name ?? userName, ...kept });
      return isNew ? ok(tell(userName, password)) : err(`There is a clerk ${userName} already.`);
    },
  },
  'new-password': {
    takes: '<user>',
    does: 'prints a new password for a clerk, and ends their sessions; codes come from the same app',
    run: renew,
  },
  'reset-second-factor': {
    takes: '<user>',
    does: 'for a clerk who has lost their app: prints a new password, with which they set up another one',
    run: (context, args) => renew(context, args, resetSecondFactor),
  },
  supervisor: {
    takes: 'add <user> | remove <user>',
    does: 'lets a clerk read the record and the figures in Balcão, or no more',
    async run({ db }, args) {
      const [verb, userName = ''] = parseArgs({ args, allowPositionals: true }).positionals;
      if (verb !== 'add' && verb !== 'remove')
        return err('Say supervisor add <user> or supervisor remove <user>.');
      if (!(await setSupervisor(db, userName, verb === 'add'))) return unknown(userName);
      return ok(
        verb === 'add'
          ? `${userName} may read the record and the figures.`
          : `${userName} reads neither any more.`,
      );
    },
  },
  'remove-clerk': {
    takes: '<user>',
    does: 'lets a clerk in no more; what they did stays in the record',
    async run({ db }, args) {
      const [userName = ''] = parseArgs({ args, allowPositionals: true }).positionals;
      const isRemoved = await db.transaction().execute(async (tx) => {
        // They may have been removed because of it.
        await stopSending(tx, 'by-operator', userName);
        return removeClerk(tx, userName);
      });
      return isRemoved ? ok(`${userName} is let in no more.`) : unknown(userName);
    },
  },
};

/** Gives a clerk a new password, also when they have lost their app alone: whoever knew the old password could set up an app of their own. */
async function renew(
  { db, hashing }: Context,
  args: string[],
  also: (tx: Tx, userName: string) => Promise<void> = async () => {},
): Promise<Result<string, string>> {
  const [userName = ''] = parseArgs({ args, allowPositionals: true }).positionals;
  const password = makePassword();
  const kept = await hashing.keep(password);
  const isKnown = await db.transaction().execute(async (tx) => {
    // Somebody else may have sent it, by the password of before. Whoever sends an act takes it off its way before they lock its clerk: in another order the
    // two would wait for each other.
    await stopSending(tx, 'by-operator', userName);
    await also(tx, userName);
    return changePassword(tx, userName, kept);
  });
  return isKnown ? ok(tell(userName, password)) : unknown(userName);
}

/** The password is shown this once, and kept only as a hash. */
function tell(userName: string, password: string): string {
  return `User name: ${userName}\nPassword:  ${password}\nIt is not shown again. Sign in at /balcao.`;
}

function unknown(userName: string): Result<string, string> {
  return err(`There is no clerk ${userName}.`);
}
