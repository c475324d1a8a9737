import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import topics from '../../contract/topics.json' with { type: 'json' };
import { BUNDLED_TOPICS } from './bundled-topics.ts';
import type { TopicLabels } from './search-topics.ts';
import { visibleLifeEvents } from './topic.ts';

const MAX_OPTIONS = 9;
const LOCALES = new URL('../../locales/', import.meta.url);

const lifeEventIds = topics.lifeEvents.map(({ id }) => id);
const subjectIds = topics.lifeEvents.flatMap(({ subjects }) => subjects.map(({ id }) => id));
const reasonIds = topics.reasons.map(({ id }) => id);

function labelsOf(lng: string): TopicLabels {
  return JSON.parse(readFileSync(new URL(`${lng}/topics.json`, LOCALES), 'utf8'));
}

describe('the tree', () => {
  it('names every node once, and in letters only', () => {
    const all = [...lifeEventIds, ...subjectIds, ...reasonIds];
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id).toMatch(/^[a-zA-Z]+$/);
  });

  it('never shows more than nine options on a level', () => {
    for (const { subjects } of topics.lifeEvents) expect(subjects.length).toBeLessThanOrEqual(MAX_OPTIONS);
    expect(reasonIds.length).toBeLessThanOrEqual(MAX_OPTIONS);
    expect(visibleLifeEvents(BUNDLED_TOPICS, 'person').first).toHaveLength(MAX_OPTIONS);
    expect(visibleLifeEvents(BUNDLED_TOPICS, 'organisation').first.length).toBeLessThanOrEqual(MAX_OPTIONS);
  });

  it('loses no audience on the way from the file', () => {
    expect(BUNDLED_TOPICS).toEqual(topics);
  });
});

describe.each(
  readdirSync(LOCALES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((e) => e.name),
)('in %s', (lng) => {
  it('every node has a label, and nothing else has', () => {
    const labels = labelsOf(lng);
    expect(Object.keys(labels.lifeEvent).sort()).toEqual([...lifeEventIds].sort());
    expect(Object.keys(labels.subject).sort()).toEqual([...subjectIds].sort());
    expect(Object.keys(labels.reason).sort()).toEqual([...reasonIds].sort());
    const texts = [labels.lifeEvent, labels.subject, labels.reason].flatMap((level) => Object.values(level));
    for (const text of texts) expect(text.trim()).not.toBe('');
  });

  it('every subject has at least four everyday words', () => {
    const { words } = labelsOf(lng);
    expect(Object.keys(words).sort()).toEqual([...subjectIds].sort());
    for (const list of Object.values(words)) expect(list.split(',').length).toBeGreaterThanOrEqual(4);
  });
});
