import { expect, it } from 'vitest';
import { IS_ALL } from '../ops/test/level.ts';
import { runProgram } from './testing/run-program.ts';

/** With this setting no server starts: if the program took a wrong word for `serve`, nothing would stay behind. */
const NOT_SERVED = { PORT: 'none' };
const COMMANDS = ['serve', 'office', 'citizens', 'backup', 'restore', 'retention', 'keys', 'rotate-secret'];

/** Returns the command that each indented line names. */
const namesIn = (said: string) =>
  [...said.matchAll(/^ {2}npm run server -- ([\w-]+)/gm)].map(([, name]) => name);

it('whoever says what there is not is told what there is, each in one line, and nothing is done', () => {
  const { status, stdout, stderr } = runProgram(['nonsense'], NOT_SERVED);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^There is no «nonsense»/);
  expect(namesIn(stderr)).toEqual(COMMANDS);
});

it('whoever asks what there is is told the same, and has done nothing wrong', () => {
  const { status, stdout, stderr } = runProgram(['help'], NOT_SERVED);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(namesIn(stdout)).toEqual(COMMANDS);
});

/** What each command asks for. The gate asks one of them: the program starts anew for each. */
const ASKED_FOR: readonly [name: string, sentence: string][] = [
  ['office', 'npm run server -- office add-clerk <user>'],
  ['citizens', 'npm run server -- citizens import people.csv'],
  ['backup', 'Say which file: npm run server -- backup eclic.backup'],
  ['restore', 'Say which file: npm run server -- restore eclic.backup'],
];

it.each(IS_ALL ? ASKED_FOR : ASKED_FOR.slice(0, 1))(
  '«%s» without the words that it needs says which they are',
  (name, sentence) => {
    const ended = runProgram([name], NOT_SERVED);
    expect(ended).toMatchObject({ status: 1, said: expect.stringContaining(sentence) });
  },
);
