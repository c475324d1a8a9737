import { expect, it } from 'vitest';
import type { DatabaseState } from '../db/ask-database.ts';
import { runProgram } from '../testing/run-program.ts';
import { untilDatabase } from './until-database.ts';

const NOWHERE = 'postgres://eclic@127.0.0.1:1/eclic';
const GONE: DatabaseState = {
  status: 'away',
  sentence: 'The database of DATABASE_URL does not answer (ECONNREFUSED).',
};
const FULL: DatabaseState = { status: 'away', sentence: 'The database has no connection left for us.' };

/** Returns how a process with ten connections comes up, and what it says, while the database gives these answers. */
async function comeUp(...answers: DatabaseState[]) {
  const said: string[] = [];
  const given = [...answers];
  const ended = await untilDatabase(
    { kind: 'postgres', url: NOWHERE, connectionsMax: 10 },
    { error: (line: unknown) => void said.push(String(line)) },
    { ask: async () => given.shift() ?? { status: 'there', connectionsMax: 97 }, pause: async () => {} },
  );
  return { ended, said };
}

it('a process that comes up before its database waits for it, and says once what it waits for', async () => {
  expect(await comeUp(GONE, GONE, FULL, FULL)).toEqual({
    ended: null,
    said: [GONE, FULL].map(
      (each) => `${'sentence' in each && each.sentence} It is asked again until it does.`,
    ),
  });
});

it('a process does not wait for what will not come, nor begin with more connections than there are', async () => {
  const sentence = 'There is no database of the name that DATABASE_URL says.';
  expect((await comeUp(GONE, { status: 'unusable', sentence })).ended).toBe(sentence);
  expect((await comeUp({ status: 'there', connectionsMax: 13 })).ended).toBeNull();
  expect((await comeUp({ status: 'there', connectionsMax: 12 })).ended).toMatch(
    /^DATABASE_CONNECTIONS=10 and 3 beside are more than the 12 that/,
  );
});

it('whoever gives a command while the database is away is told so in a sentence, without a stack', () => {
  const SECRET = Buffer.from(Array.from({ length: 32 }, (_, place) => 7 * place)).toString('base64');
  const { status, stderr } = runProgram(['retention'], {
    DATABASE_URL: NOWHERE,
    SECRET,
    SIGN_IN: 'simulator',
  });
  expect([status, stderr]).toEqual([1, 'The database of DATABASE_URL does not answer (ECONNREFUSED).\n']);
});
