import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Context } from '../context.ts';
import { addToken, listTokens, revokeToken } from '../office-api/tokens.ts';
import { isPlainName, PLAIN_NAME_WORDS } from '../plain-name.ts';
import { readService } from '../services/services.ts';
import type { Command } from './command.ts';

export const TOKEN_COMMANDS: Record<string, Command> = {
  token: {
    takes: 'add <name> [--service <id>] | revoke <name> | list',
    does: 'lets a program use the office’s API, takes that back, or tells which may',
    async run(context, args) {
      const options = { service: { type: 'string' } } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const [verb, name = ''] = positionals;
      if (verb === 'add') return add(context, name, values.service ?? null);
      if (verb === 'list') return ok(await tellAll(context));
      if (verb !== 'revoke') return err('Say token add <name>, token revoke <name> or token list.');
      const isRevoked = await revokeToken(context.db, name);
      return isRevoked ? ok(`${name} is let in no more.`) : err(`There is no token ${name}.`);
    },
  },
};

async function add(context: Context, name: string, service: string | null): Promise<Result<string, string>> {
  if (!isPlainName(name)) return err(`A token’s name ${PLAIN_NAME_WORDS}`);
  if (service !== null && !(await readService(context.db, service)))
    return err(`There is no service ${service}.`);
  const token = await addToken(context, name, service);
  if (token === null)
    return err(`There is a token ${name} already. Revoke it first, or choose another name.`);
  return ok(`OFFICE_TOKEN=${token}\nIt is not shown again.`);
}

async function tellAll({ db }: Context): Promise<string> {
  const tokens = await listTokens(db);
  if (tokens.length === 0) return 'No program may use the office’s API.';
  return tokens
    .map(
      ({ name, madeAt, service }) =>
        `${name}  since ${new Date(madeAt).toISOString()}${service === null ? '' : `, for ${service} alone`}`,
    )
    .join('\n');
}
