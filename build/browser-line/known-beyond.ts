import type { BeyondLine } from './browser-line.ts';

/**
 * Features that are used although browsers at the line lack them, and what happens there. A feature is listed once somebody has checked that people have all
 * of their words and every action without it.
 */
const KNOWN_BEYOND: Readonly<Record<string, string>> = {
  // Code of ours.
  'Intl.Segmenter': 'shared/segment-text.ts counts by code points and their marks',
  'indexedDB.databases':
    'lib/database-names.ts opens the one whose words matter, and takes it that somebody was here',
  requestIdleCallback: 'boot/fetch-ahead.ts waits by the clock',
  'navigator.canShare': 'features/receipt/share-item.tsx asks first: the receipt is downloaded there',
  'navigator.share': 'features/receipt/share-item.tsx asks for canShare first',
  'navigator.connection': 'boot/fetch-ahead.ts takes it that nobody saves data',

  // Code of packages, which asks first whether the feature is there.
  '.intersection()': 'fake-indexeddb asks first',
  '.startViewTransition()': 'React and the router ask first; no page of ours asks for one',
  'document.startViewTransition': 'the router asks first',
  '.toArray()': 'not the one of iterators: Dexie has had its own for ever',
  'Error.captureStackTrace': 'fflate asks first',
  'Uint8Array.fromHex': 'pdfkit asks first',
  'globalThis.setImmediate': 'fake-indexeddb asks first',
  setImmediate: 'React and Dexie ask first',
  navigation: 'React asks first',
  'navigator.userAgentData': 'Dexie asks first',
  scheduler: 'fake-indexeddb asks first',

  // The pretend server inside the demo.
  '.getSetCookie()': 'MSW calls the one of its own headers',
  'Response.json': 'MSW answers so when a handler breaks',

  // Styles that make what is there look better.
  ':has':
    'distances, a mark around what is chosen beside the radio button itself, the page behind a dialog; a request’s first step was looked at with every such rule taken out',
  '::details-content':
    'on paper, ui/details.tsx unfolds what is folded; where no script runs it stays folded',
  '@page': 'the margins of the printer',
  '@starting-style': 'a dialog is there at once instead of fading in',
  'break-after: avoid': 'a heading may stand last on a sheet of paper',
  'content-visibility':
    'on paper without scripts, a folded text stays folded; a film is drawn before it is scrolled to',
  'content-visibility: auto': 'a film is drawn before it is scrolled to',
  'content-visibility: visible': 'on paper without scripts, a folded text stays folded',
  'cursor: pointer': 'a finger has none',
  'cursor: progress': 'a finger has none',
  'float: inline-start':
    'the legend of choices stays where it is, and the bar of an error runs beside the choices alone',
  'field-sizing': 'a text area keeps its height, and is scrolled or drawn taller',
  'field-sizing: content': 'a text area keeps its height, and is scrolled or drawn taller',
  orphans: 'on paper, a paragraph may leave one line behind',
  resize: 'on an iPhone a text area keeps its height and is scrolled',
  'resize: vertical': 'on an iPhone a text area keeps its height and is scrolled',
  size: 'not a property: the size of the paper, the printer’s own without it',
  'text-size-adjust': 'stands behind the prefixed one, for later browsers',
  'text-wrap': 'lines break where they are full',
  'text-wrap: balance': 'lines break where they are full',
  'text-wrap: pretty': 'lines break where they are full',
  'user-select': 'stands behind the prefixed one',
  widows: 'on paper, a paragraph may begin a sheet with one line',
};

/** Writes one sentence for each feature that is used and not listed. */
export function complainOf(found: readonly BeyondLine[], known = KNOWN_BEYOND): string[] {
  const unknown = new Map(
    found.filter(({ feature }) => !Object.hasOwn(known, feature)).map((each) => [each.feature, each]),
  );
  return [...unknown.values()].map(
    ({ feature, lackedBy, where }) => `${feature} is not in ${lackedBy.join(', ')}. Used in ${where}`,
  );
}
