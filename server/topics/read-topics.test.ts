import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import own from '../../contract/topics.json' with { type: 'json' };
import { readTopics } from './read-topics.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-topics-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inFile(content: unknown): string {
  const file = join(folder, 'topics.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const [reason] = own.reasons;
const reasons = [{ id: reason?.id }];
const subjects = [{ id: 'floods', label: 'Cheias' }];

it('e-Clic’s own file reads as what is published without one', () => {
  expect(readTopics(inFile(own))).toEqual(readTopics(null));
});

it('an office may add a topic of its own, with its label', () => {
  const told = readTopics(inFile({ version: '2027-01', lifeEvents: [{ id: 'family', subjects }], reasons }));
  expect(told).toEqual({
    version: '2027-01',
    lifeEvents: [{ id: 'family', label: 'Família', subjects: [{ id: 'floods', label: 'Cheias' }] }],
    reasons: [{ id: reason?.id, label: 'Esclarecer dúvidas sobre a minha situação' }],
  });
});

it.each([
  ['no JSON', '{', /^TOPICS_FILE: what is in it/],
  ['no version', { lifeEvents: [{ id: 'family', subjects }], reasons }, /^TOPICS_FILE: version/],
  [
    'a new topic without a label',
    { version: '1', lifeEvents: [{ id: 'family', subjects: [{ id: 'floods' }] }], reasons },
    /^TOPICS_FILE: floods needs a label/,
  ],
  [
    'an id twice',
    { version: '1', lifeEvents: [{ id: 'family', subjects: [...subjects, ...subjects] }], reasons },
    /^TOPICS_FILE: lifeEvents\.0\.subjects names an id twice/,
  ],
  [
    'no reasons',
    { version: '1', lifeEvents: [{ id: 'family', subjects }], reasons: [] },
    /^TOPICS_FILE: reasons must not be empty/,
  ],
])('whoever gives a file with %s is told in a sentence', (_what, content, sentence) => {
  expect(readTopics(inFile(content))).toMatch(sentence);
});

it('a file that is not there is told of', () => {
  expect(readTopics(join(folder, 'nowhere.json'))).toMatch(/^TOPICS_FILE/);
});
