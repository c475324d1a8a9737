import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../testing/read-sources.ts';
import { SCENES } from './film.tsx';
import { HELP_GROUPS, HELP_TOPICS } from './help-topics.ts';
import { STEP_KEYS } from './use-help-groups.tsx';

const MOST_OPTIONS = 9;

interface Topic {
  heading: string;
  words: string;
  text?: string[];
  items?: string[];
}

interface HelpTexts {
  topics: Record<string, Topic>;
  groups: Record<string, string>;
  steps: Record<string, { text: string; picture: string }>;
  film: { scenes: Record<string, string> };
}

const files = import.meta.glob<HelpTexts>('../../../locales/*/help.json', { import: 'default', eager: true });

const topicKeys = HELP_GROUPS.flatMap(({ topics }) => [...topics]);
const anchors = [...HELP_GROUPS.map(({ id }) => id), ...Object.values(HELP_TOPICS).map(({ id }) => id)];

describe.each(Object.entries(files))('%s', (path, texts) => {
  it('has a heading, everyday words and text for every topic', () => {
    expect(Object.keys(texts.topics).sort()).toEqual([...topicKeys].sort());
    for (const [key, { heading, words, text = [], items = [] }] of Object.entries(texts.topics)) {
      expect(heading, key).not.toBe('');
      expect(words, key).not.toBe('');
      expect([...text, ...items], key).not.toEqual([]);
    }
  });

  it('has no two topics or groups of the same name', () => {
    const names = [
      ...Object.values(texts.groups),
      ...Object.values(texts.topics).map(({ heading }) => heading),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(texts.groups)).toEqual(HELP_GROUPS.map(({ key }) => key));
  });

  it('tells each step and its picture in words', () => {
    expect(Object.keys(texts.steps)).toEqual([...STEP_KEYS]);
    for (const { text, picture } of Object.values(texts.steps)) expect(picture).not.toBe(text);
  });

  it('tells each scene of the film in the words of its captions', () => {
    expect(Object.keys(texts.film.scenes)).toEqual([...SCENES]);
    const captions = readFileSync(`public/film/${path.split('/').at(-2)}.vtt`, 'utf8');
    for (const sentence of Object.values(texts.film.scenes)) expect(captions).toContain(`\n${sentence}\n`);
  });
});

it('lets nobody choose from more than nine at a time', () => {
  expect(HELP_GROUPS.length).toBeLessThanOrEqual(MOST_OPTIONS);
  for (const { topics } of HELP_GROUPS) expect(topics.length).toBeLessThanOrEqual(MOST_OPTIONS);
});

it('has an address of its own for every topic and group', () => {
  expect(topicKeys.sort()).toEqual(Object.keys(HELP_TOPICS).sort());
  expect(new Set(anchors).size).toBe(anchors.length);
});

it('is where other pages lead to', () => {
  const code = Object.values(readSources(['contract', 'domain', 'shared', 'src'])).join('\n');
  const wanted = [...code.matchAll(/ADDRESSES\.help\}\s+hash=(?:"|\{[^}]*')([\w-]+)["']/g)].map(
    ([, hash]) => hash,
  );
  expect(wanted).toContain('recuperar-palavra-chave');
  expect(wanted).toContain('sem-niss');
  expect(anchors).toEqual(expect.arrayContaining(wanted));
});
