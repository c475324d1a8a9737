import ts from 'typescript';

/** Source files by their path from the project's folder, `src/db/drafts/drafts.ts`. */
export type Sources = Record<string, string>;

const EVERYTHING_BELOW_APP = [
  'features',
  'parts',
  'state',
  'ui',
  'sync',
  'db',
  'api',
  'domain',
  'contract',
  'lib',
];

/** The layers that each layer may import. A layer may always import itself and `shared`. README draws the table. */
const MAY_IMPORT: Record<string, string[]> = {
  main: ['app', 'contract', 'env', 'i18n', 'mocks', 'ui'],
  // Starts the worker, as `main` starts the page.
  'background-sync': ['app', 'contract', 'lib', 'mocks'],
  app: [...EVERYTHING_BELOW_APP, 'env', 'i18n'],
  features: ['parts', 'state', 'db', 'ui', 'domain', 'contract', 'lib'],
  parts: ['state', 'db', 'ui', 'domain', 'contract', 'lib'],
  sync: ['api', 'db', 'domain', 'contract', 'lib'],
  db: ['domain', 'contract', 'lib'],
  api: ['contract', 'lib'],
  state: ['domain', 'lib'],
  ui: ['lib'],
  domain: ['contract'],
  contract: [],
  // Tests from outside what any server must do.
  conformance: ['contract', 'domain'],
  lib: [],
  shared: [],
  i18n: ['env', 'state', 'lib'],
  env: [],
  // Draws the app's pages at build time, and writes what is sent of them.
  build: [...EVERYTHING_BELOW_APP, 'app', 'env', 'i18n', 'locales', 'serving', 'package.json'],
  // Sends what was built, for either server.
  serving: [],
  // A server publishes the Portuguese labels of topics, which are written only in `locales`.
  mocks: ['build', 'serving', 'domain', 'contract', 'locales'],
  server: ['serving', 'domain', 'contract', 'locales', 'package.json'],
  // The clerk and the stories come from the pretend server, and so does the code that measures and tests the reference server.
  serverTesting: ['server', 'mocks', 'serving', 'conformance', 'domain', 'contract', 'locales', 'ops'],
  testing: [...EVERYTHING_BELOW_APP, 'app', 'env', 'i18n', 'mocks', 'conformance'],
};

/** Rooms of a layer that stand one above the other, the lowest first: each may import itself and what stands before it. */
const ROOMS: Record<string, string[]> = {
  db: ['core', 'files', 'drafts', 'outbox', 'requests', 'search', 'copies', 'storage'],
  app: ['session', 'device', 'shell', 'routes', 'boot'],
};

/** Only these features may call the API: signing in is a conversation and not a queued command, and so are the demo panel's questions. */
const FEATURES_THAT_TALK = ['session', 'demo'];

const RENDERS = /^(react|react-dom|react-i18next|lucide-react|@tanstack\/react-router)(\/|$)/;
const STORES = /^(dexie|dexie-react-hooks|zustand)(\/|$)/;

const FORBIDDEN_PACKAGES: Record<string, RegExp[]> = {
  domain: [RENDERS, STORES],
  sync: [RENDERS],
  api: [STORES],
  contract: [RENDERS, STORES],
  lib: [RENDERS, STORES],
  shared: [RENDERS, STORES],
  mocks: [RENDERS, STORES],
  server: [RENDERS, STORES],
};

/** What any test may import beside its layer: tools for tests, the conformance suite, and the level at which tests run. */
const OF_EVERY_TEST = ['testing', 'conformance', 'ops'];

export const MAX_LINES = 200;

/** Layers in which files are named without their folder, so that each name must be unique. */
const ONE_NAME_EACH = ['app', 'features', 'parts', 'state', 'ui', 'sync', 'db', 'api', 'domain', 'lib'];

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

function layerOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top === 'server') return isTest(path) || second === 'testing' ? 'serverTesting' : 'server';
  if (top === 'contract' && second === 'conformance') return 'conformance';
  if (top !== 'src') return top;
  // The few files beside the folders, such as `src/main.tsx` and `src/env.ts`, are layers of their own.
  return second.replace(/\.tsx?$/, '').replace(/\.d$/, '');
}

function featureOf(path: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1];
}

/** The room of `src/db/drafts/drafts.ts` is `drafts`; a file beside the rooms has none. */
function roomOf(path: string): string {
  return /^src\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? '';
}

/** A test may import from a room above its subject. */
function complainAboutRooms(path: string, target: string): string[] {
  const layer = layerOf(path);
  const rooms = ROOMS[layer];
  if (!rooms || layer !== layerOf(target)) return [];
  const [own, other] = [roomOf(path), roomOf(target)];
  if (!rooms.includes(own)) return [`${path} stands in no room of ${layer}: ${rooms.join(', ')}`];
  if (isTest(path) || rooms.indexOf(other) <= rooms.indexOf(own)) return [];
  return [`${path} imports ${target}: in ${layer}, ${own} stands below ${other}`];
}

function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

/** Returns every file or package that the source names, in type imports and `import()` too. */
function importsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName);
}

function mayImport(from: string, to: string): boolean {
  const layer = layerOf(from);
  const target = layerOf(to);
  if (layer === target || target === 'shared') return true;
  if (isTest(from) && OF_EVERY_TEST.includes(target)) return true;
  const talks = FEATURES_THAT_TALK.includes(featureOf(from) ?? '');
  if (layer === 'features' && target === 'api') return talks;
  return MAY_IMPORT[layer]?.includes(target) ?? false;
}

function complaintsAbout(path: string, specifier: string): string[] {
  if (!specifier.startsWith('.')) {
    const isForbidden = FORBIDDEN_PACKAGES[layerOf(path)]?.some((pattern) => pattern.test(specifier));
    return isForbidden ? [`${path} uses ${specifier}, which ${layerOf(path)} must do without`] : [];
  }
  const target = resolve(path, specifier);
  if (!mayImport(path, target)) {
    return [`${path} imports ${target}: ${layerOf(path)} may not import ${layerOf(target)}`];
  }
  const [own, other] = [featureOf(path), featureOf(target)];
  if (own && other && own !== other) return [`${path} imports ${target}: features never import each other`];
  return complainAboutRooms(path, target);
}

/** Returns every breach of the rules, one sentence each. */
export function checkArchitecture(sources: Sources): string[] {
  const complaints: string[] = [];
  for (const [path, source] of Object.entries(sources)) {
    for (const specifier of importsOf(source)) complaints.push(...complaintsAbout(path, specifier));
    const lines = source.trimEnd().split('\n').length;
    if (lines > MAX_LINES) complaints.push(`${path} has ${lines} lines; ${MAX_LINES} are the fence`);
  }
  return [...complaints, ...findSharedNames(sources), ...findCycles(sources)];
}

/**
 * Finds files of one layer or feature that share a name: people who name one of them would not tell them apart. Files of routes are named for their addresses.
 */
function findSharedNames(sources: Sources): string[] {
  const byName = new Map<string, string>();
  const complaints: string[] = [];
  for (const path of Object.keys(sources)) {
    const name = /([^/]+)\.tsx?$/.exec(path)?.[1];
    const layer = layerOf(path);
    if (name === undefined || !ONE_NAME_EACH.includes(layer) || path.startsWith('src/app/routes/')) continue;
    const known = `${featureOf(path) ?? layer}/${name}`;
    const other = byName.get(known);
    if (other) complaints.push(`${path} and ${other} bear one name`);
    byName.set(known, path);
  }
  return complaints;
}

function findCycles(sources: Sources): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];

  function visit(path: string, trail: string[]): void {
    if (trail.includes(path)) {
      cycles.push(`A cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const specifier of importsOf(sources[path] ?? '')) {
      const target = specifier.startsWith('.') ? resolve(path, specifier) : '';
      if (target in sources) visit(target, [...trail, path]);
    }
    done.add(path);
  }

  for (const path of Object.keys(sources)) visit(path, []);
  return cycles;
}
