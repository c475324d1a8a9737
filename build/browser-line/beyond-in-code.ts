import bcd from '@mdn/browser-compat-data/forLegacyNode';
import type { CompatData, Identifier } from '@mdn/browser-compat-data/types';
import { type ESTree, parseSync, Visitor } from 'vite';
import { type BeyondLine, lackedBy } from './browser-line.ts';

const { api, javascript } = bcd as CompatData;
const builtins = javascript.builtins ?? {};

/** The objects that exist once in each page or worker, and their interfaces. */
const ONLY_ONES: Readonly<Record<string, string>> = {
  caches: 'CacheStorage',
  clipboard: 'Clipboard',
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  indexedDB: 'IDBFactory',
  locks: 'LockManager',
  navigator: 'Navigator',
  performance: 'Performance',
  screen: 'Screen',
  serviceWorker: 'ServiceWorkerContainer',
  subtle: 'SubtleCrypto',
};

/** The interfaces of values whose kind minified code does not tell. */
const ANYWHERE =
  /^(Array|TypedArray|String|Map|Set|Promise|RegExp|ArrayBuffer|Iterator|AbortSignal|Blob|Body|Response|Request|Headers|FormData|URLSearchParams|ReadableStream|Event|EventTarget|Node|Element|Document|DocumentFragment|HTML\w*Element|Selection|Range|CharacterData)$/;

/** Words that stand alone in code, and that some browser at the line lacks. */
const globals = new Map<string, Identifier>();
/** Methods, by name, that some browser at the line lacks on values of every kind. */
const methods = new Map<string, Identifier>();

for (const group of [api, builtins]) {
  for (const [name, kind] of membersOf(group)) {
    if (lackedBy(kind).length > 0) globals.set(name, kind);
    if (!ANYWHERE.test(name)) continue;
    for (const [member, feature] of membersOf(kind)) {
      if (lackedBy(feature).length > 0) methods.set(member, feature);
    }
  }
}
for (const [name, feature] of membersOf(api.Window)) {
  if (lackedBy(feature).length > 0) globals.set(name, feature);
}
for (const [, kind] of [api, builtins, builtins.Intl].flatMap(membersOf)) {
  for (const [member, feature] of membersOf(kind)) {
    if (lackedBy(feature).length === 0) methods.delete(member.replace(/_static$/, ''));
  }
}

function membersOf(kind: Identifier = {}): [string, Identifier][] {
  return Object.entries(kind).filter((entry): entry is [string, Identifier] => entry[0] !== '__compat');
}

/** Finds what a built script uses and browsers at the line lack. The script's own names are short, so any other word is the browser's. */
export function findBeyondInCode(file: string, source: string): BeyondLine[] {
  const found: BeyondLine[] = [];

  function add(feature: string, data: Identifier | undefined, { start, end }: ESTree.Span): void {
    const lacking = lackedBy(data);
    if (lacking.length === 0) return;
    const around = source.slice(Math.max(0, start - 40), end + 40).replace(/\s+/g, ' ');
    found.push({ feature, lackedBy: lacking, where: `${file}: … ${around} …` });
  }

  function addWord(node: ESTree.Node): void {
    if (node.type === 'Identifier') add(node.name, globals.get(node.name), node);
  }

  new Visitor({
    MemberExpression(node) {
      addWord(node.object);
      const holder = nameOf(node.object);
      const name = nameOf(node);
      if (holder && name) add(`${holder}.${name}`, memberOf(holder, name), node);
    },
    CallExpression({ callee }) {
      addWord(callee);
      const name = nameOf(callee);
      if (callee.type !== 'MemberExpression' || !name || memberOf(nameOf(callee.object), name)) return;
      add(`.${name}()`, methods.get(name), callee.property);
    },
    NewExpression({ callee }) {
      addWord(callee);
    },
    UnaryExpression({ argument }) {
      addWord(argument);
    },
    Literal(node) {
      if ('regex' in node && node.regex.flags.includes('v'))
        add('the flag v of a regular expression', builtins.RegExp?.unicodeSets, node);
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** Returns the last name: `canParse` of `URL.canParse`, `URL` of both `URL` and `window.URL`. */
function nameOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  return node.property.name;
}

function memberOf(holder: string | undefined, name: string): Identifier | undefined {
  if (!holder) return undefined;
  if (holder === 'globalThis' || holder === 'self' || holder === 'window') return globals.get(name);
  const kind = ONLY_ONES[holder];
  if (kind) return api[kind]?.[name];
  return (
    api[holder]?.[`${name}_static`] ??
    (builtins[holder] ?? builtins.Intl?.[holder])?.[name] ??
    (holder === 'Intl' ? builtins.Intl?.[name] : undefined)
  );
}
