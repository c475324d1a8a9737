import bcd from '@mdn/browser-compat-data/forLegacyNode';
import type { BrowserName, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data/types';
import browserslist from 'browserslist';

/** The names that the build's tools and MDN's data have for the browsers of `browserslist`. To the tools, Samsung's browser is Chromium. */
const NAMES: Readonly<Record<string, { builtAs?: string; data: BrowserName }>> = {
  chrome: { builtAs: 'chrome', data: 'chrome' },
  and_chr: { builtAs: 'chrome', data: 'chrome_android' },
  edge: { builtAs: 'edge', data: 'edge' },
  opera: { builtAs: 'opera', data: 'opera' },
  samsung: { data: 'samsunginternet_android' },
  firefox: { builtAs: 'firefox', data: 'firefox' },
  and_ff: { builtAs: 'firefox', data: 'firefox_android' },
  safari: { builtAs: 'safari', data: 'safari' },
  ios_saf: { builtAs: 'ios', data: 'safari_ios' },
};

/** Queries such as `chrome >= 109`, which tell the oldest version; the list that a query stands for would tell one version alone of the browsers of Android. */
const { defaults: queries } = browserslist.findConfig(import.meta.dirname) ?? { defaults: [] };

/** The line: the oldest version of each browser that e-Clic is made for, as `browserslist` in package.json names them. */
const LINE = queries.map((query) => {
  const [, browser = '', version = ''] = /^(\w+) >= ([\d.]+)$/.exec(query) ?? [];
  const names = NAMES[browser];
  if (!names) throw new Error(`browserslist says «${query}»; it has to be as «chrome >= 109»`);
  return { ...names, version };
});

/** The browsers at the line, for the build, which writes what they lack in an older way. */
export const BUILD_TARGET = [
  ...new Set(LINE.flatMap(({ builtAs, version }) => (builtAs ? [`${builtAs}${version}`] : []))),
];

/** The browsers at the line, for people: each once, the same for a phone as for a desktop. */
export const BROWSERS_MEANT = [
  ...new Set(
    LINE.map(
      ({ data, version }) =>
        `${bcd.browsers[data].name.replace(/ (Android|for Android|on iOS)$/, '')} ${version}`,
    ),
  ),
];

/** Lists the browsers at the line that lack a feature, each with the version that has it; empty when all have it. */
export function lackedBy(feature: Identifier | undefined): string[] {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return LINE.flatMap(({ data, version }) => {
    const statements = [support[data] ?? []].flat();
    if (statements.some((statement) => isThere(statement, version))) return [];
    const since = statements[0]?.version_added;
    return [`${bcd.browsers[data].name} ${since && since !== 'preview' ? `before ${since}` : ''}`.trim()];
  });
}

function isThere(statement: SimpleSupportStatement, version: string): boolean {
  const { version_added: added, version_removed: removed } = statement;
  if (statement.flags || statement.prefix || statement.alternative_name) return false;
  return isUpTo(added, version) && !isUpTo(removed, version);
}

function isUpTo(change: string | false | undefined, version: string): boolean {
  if (!change || change === 'preview') return false;
  const [major = 0, minor = 0] = numbersOf(change.replace('≤', ''));
  const [lineMajor = 0, lineMinor = 0] = numbersOf(version);
  return major < lineMajor || (major === lineMajor && minor <= lineMinor);
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number);
}

/** A feature of the web platform that is used, and the browsers at the line that lack it. */
export interface BeyondLine {
  feature: string;
  lackedBy: readonly string[];
  /** The file, and the text around the use. */
  where: string;
}
