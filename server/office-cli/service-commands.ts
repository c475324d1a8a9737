import { parseArgs } from 'node:util';
import { ownValue } from '../../shared/own-value.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { isPlainName, PLAIN_NAME_WORDS } from '../plain-name.ts';
import {
  addService,
  describeServices,
  leadTopic,
  putClerkInto,
  readService,
  removeService,
  renameService,
  takeClerkOutOf,
} from '../services/services.ts';
import type { Command } from './command.ts';

type Done = Promise<Result<string, string>>;
interface Said {
  name: string | undefined;
  to: string | undefined;
}

/** The verbs of the command, each with the arguments that follow it. */
const VERBS: Record<string, (context: Context, names: string[], said: Said) => Done> = {
  add,
  rename,
  remove,
  put: (context, names) => change(context, names, putClerkInto, 'is in'),
  take: (context, names) => change(context, names, takeClerkOutOf, 'is no more in'),
  lead,
  list: async ({ db }) => ok(await tellAll(db)),
};

export const SERVICE_COMMANDS: Record<string, Command> = {
  service: {
    takes:
      'add <id> --name <words> | rename <id> --name <words> | remove <id> --to <other id> | put <user> <id> | take <user> <id> | lead <topic> [<id>] | list',
    does: 'makes a service, puts clerks into it, and leads topics to it; without one every clerk sees every request',
    async run(context, args) {
      const options = { name: { type: 'string' }, to: { type: 'string' } } as const;
      const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
      const [verb = '', ...names] = positionals;
      const run = ownValue(VERBS, verb);
      if (!run) return err(`Say service ${Object.keys(VERBS).join(', service ')}.`);
      return run(context, names, { name: values.name, to: values.to });
    },
  },
};

async function add({ db }: Context, [id = '']: string[], { name = id }: Said): Done {
  if (!isPlainName(id)) return err(`A service’s id ${PLAIN_NAME_WORDS}`);
  if (!(await addService(db, { id, name }))) return err(`There is a service ${id} already.`);
  const service = await readService(db, id);
  return ok(
    service?.isFirst
      ? `${id} has every request. Clerks see none until you put them into it: service put <user> ${id}`
      : `${id} is there.`,
  );
}

async function rename({ db }: Context, [id = '']: string[], { name }: Said): Done {
  if (!name) return err('Say its new name: --name <words>');
  return (await renameService(db, { id, name })) ? ok(`${id} is called ${name}.`) : unknown(id);
}

async function remove({ db }: Context, [id = '']: string[], { to = '' }: Said): Done {
  if (!(await readService(db, id))) return unknown(id);
  if (to === id || !(await readService(db, to)))
    return err('Say which other service has its requests from then on: --to <id>');
  await removeService(db, id, to);
  return ok(`${id} is no more, and ${to} has its requests.`);
}

async function change(
  { db }: Context,
  [userName = '', id = '']: string[],
  put: typeof putClerkInto,
  words: string,
): Done {
  if (!(await readService(db, id))) return unknown(id);
  const clerk = db.selectFrom('clerks').select('userName').where('userName', '=', userName);
  if (!(await clerk.executeTakeFirst())) return err(`There is no clerk ${userName}.`);
  await put(db, id, userName);
  return ok(`${userName} ${words} ${id}.`);
}

/** Without a service, the topic is led to the first one. */
async function lead({ db, topics }: Context, [topic = '', id]: string[]): Done {
  const known = topics.lifeEvents.flatMap(({ id: lifeEvent, subjects }) => [
    lifeEvent,
    ...subjects.map((subject) => subject.id),
  ]);
  if (!known.includes(topic)) return err(`There is no topic ${topic}. There are: ${known.join(', ')}`);
  if (id !== undefined && !(await readService(db, id))) return unknown(id);
  await leadTopic(db, topic, id ?? null);
  return ok(`What comes from now on about ${topic} goes to ${id ?? 'the first service'}.`);
}

async function tellAll(db: Db): Promise<string> {
  const services = await describeServices(db);
  if (services.length === 0) return 'There is none: every clerk sees every request.';
  return services
    .map(({ id, name, isFirst, clerks, topics }) =>
      [
        `${id}  ${name}${isFirst ? ' (has what no topic leads elsewhere)' : ''}`,
        `  clerks: ${clerks.join(', ') || 'none'}`,
        `  topics: ${topics.join(', ') || 'none'}`,
      ].join('\n'),
    )
    .join('\n');
}

function unknown(id: string): Result<string, string> {
  return err(`There is no service ${id}.`);
}
