import { describe, expect, it } from 'vitest';
import { EVERY_OBJECTS_NAMES, topicOf } from '../contract/conformance/every-objects-names.ts';
import { CONTENT_PATH, type Copy } from '../domain/copies/copy-format.ts';
import { fileKindKey, fileKindName } from '../domain/file-kinds.ts';
import { detectFileType } from '../domain/file-signature.ts';
import { BUNDLED_TOPICS } from '../domain/topics/bundled-topics.ts';
import { readTopic, writeTopic } from '../domain/topics/written-topic.ts';
import { parseSearch } from '../src/app/boot/search-params.ts';
import { exportCopy } from '../src/db/copies/export-copy.ts';
import { importCopy } from '../src/db/copies/import-copy.ts';
import { EVERYTHING } from '../src/db/search/request-query.ts';
import { readListFilters } from '../src/features/request-list/list-search.ts';
import { toQuery } from '../src/features/request-list/to-query.ts';
import { NOON, writeCompleteDraft } from './builders.ts';
import { contentOf, jsonBytes, packWithManifest, unpack } from './copy-files.ts';
import { COPY_TEXTS } from './copy-texts.ts';
import { openMemoryDatabase } from './memory-database.ts';

const FILTERS = ['estado', 'tipo', 'desde', 'ate', 'porler', 'ordem'];
const ZIP = new TextEncoder().encode('PK\x03\x04');
const LABELS = { lifeEvent: {}, subject: {}, reason: {}, words: {} };

/** Loads a copy of one draft after editing it, as somebody would who knows the format. */
async function loadCopy(edit: (text: string) => string) {
  const here = openMemoryDatabase();
  await writeCompleteDraft(here);
  const files = await unpack(await exportCopy(here, 'everything', NOON, { texts: COPY_TEXTS }));
  const copy: Copy = JSON.parse(edit(JSON.stringify(contentOf(files))));
  const there = openMemoryDatabase('c_other');
  const result = await importCopy(
    there,
    await packWithManifest(files.set(CONTENT_PATH, jsonBytes(copy))),
    NOON,
  );
  return { result, drafts: await there.drafts.toArray() };
}

describe.each(EVERY_OBJECTS_NAMES)('What every object answers to: %s', (word) => {
  it('asks nothing in an address of the list, be it a name or a value', () => {
    const address = [...FILTERS.map((name) => `${name}=${word}`), `${word}=sim`].join('&');
    const filters = readListFilters(parseSearch(`?${address}`));
    expect([filters, toQuery(filters)]).toEqual([{}, EVERYTHING]);
  });

  it('is no ending and no type of a file', () => {
    expect(detectFileType(ZIP, `x.${word}`)).toBeNull();
    expect([fileKindKey(word), fileKindName(word)]).toEqual(['other', undefined]);
  });

  it('stays a topic of another tree, with its own label alone', () => {
    const choice = readTopic(topicOf(word));
    if (choice === null) throw new Error('A topic was written');
    expect(writeTopic(choice, BUNDLED_TOPICS, LABELS)).toMatchObject({
      lifeEvent: { id: word, label: word },
      subject: { id: word, label: word },
      reason: { id: word, label: word },
    });
  });

  it('is a word in a copy that is loaded, and no name of a field there', async () => {
    const topic = JSON.stringify(topicOf(word));
    const { drafts } = await loadCopy((text) => text.replace(/"topic":\{[^}]*\}/, `"topic":${topic}`));
    expect(drafts).toMatchObject([{ topic: topicOf(word) }]);
    const named = await loadCopy((text) =>
      text.replace('"topic":', `${JSON.stringify(word)}:{"a":1},"topic":`),
    );
    expect(Object.getPrototypeOf(named.drafts[0] ?? {})).toBe(Object.prototype);
    expect(named.drafts.filter((draft) => Object.hasOwn(draft, word))).toEqual([]);
  });
});
