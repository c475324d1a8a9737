import { queryWords } from '../../lib/fold-words.ts';
import type { RequestOrder, RequestQuery } from './request-query.ts';
import { hasWord, type SearchEntry } from './request-search-entry.ts';

/** How the searched words begin where they are found: after a space. */
export function beginningsOf(query: RequestQuery): string[] {
  return queryWords(query.words).map((word) => ` ${word}`);
}

interface Narrowed {
  order: RequestOrder;
  beginnings: string[];
  entries: readonly SearchEntry[];
}

/**
 * Looks at every entry: with 10 000 of them that costs less than keeping an index of their words. Whoever types on can only find fewer, so
 * that each further key looks only at what the keys before have left.
 */
export function createNarrowing() {
  let last: Narrowed | null = null;

  function isNarrower(beginnings: string[], order: RequestOrder): boolean {
    return (
      last?.order === order &&
      last.beginnings.every((before) => beginnings.some((beginning) => beginning.startsWith(before)))
    );
  }

  return {
    /** To be called when anything has changed. */
    forget(): void {
      last = null;
    },
    narrow(inOrder: readonly SearchEntry[], query: RequestQuery): readonly SearchEntry[] {
      const beginnings = beginningsOf(query);
      const start = last && isNarrower(beginnings, query.order) ? last.entries : inOrder;
      const entries = start.filter((entry) => beginnings.every((beginning) => hasWord(entry, beginning)));
      last = { order: query.order, beginnings, entries };
      return entries;
    },
  };
}
