import { expect, test } from 'vitest';
import { readSources } from './read-sources.ts';

const SOURCES = readSources(['src']);

/** The imports that come with a file: no types, and nothing that `import()` fetches, which is drawn in a boundary of its own. */
const IMPORTED = /^(?:import|export) (?!type )[^;]*?'(\.[^']+)';$/gm;
/** What is asked with options is asked with those that wait for nothing. */
const USED = /useTranslation\(('[^']*'|\[[^\]]*\])\)/g;
const NAMED = /\bwords(?:: | = )\[([^\]]*)\]/gi;

function wordsIn(source: string | undefined, pattern: RegExp): string[] {
  const lists = [...(source ?? '').matchAll(pattern)].map(([, list = '']) => list);
  return lists.flatMap((list) => [...list.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name));
}

/** Adds the file and all that comes with it. */
function addWithImports(path: string, all: Set<string>): Set<string> {
  const source = SOURCES[path];
  if (source === undefined || all.has(path)) return all;
  all.add(path);
  for (const [, specifier = ''] of source.matchAll(IMPORTED)) {
    addWithImports(new URL(specifier, `file:///${path}`).pathname.slice(1), all);
  }
  return all;
}

test('each page names all words that it may be drawn with, so that none goes blank while a text comes', () => {
  const routes = Object.keys(SOURCES).filter((path) => SOURCES[path]?.includes('createFileRoute('));
  const missing = routes.flatMap((path) => {
    const above = path.replace(/[^/]+$/, 'route.tsx');
    const named = new Set(['common', ...wordsIn(SOURCES[path], NAMED), ...wordsIn(SOURCES[above], NAMED)]);
    const used = [...addWithImports(path, new Set())].flatMap((file) => wordsIn(SOURCES[file], USED));
    return [...new Set(used)].filter((name) => !named.has(name)).map((name) => `${path}: ${name}`);
  });
  expect(routes.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
