import type { Problem } from '../../../contract/types.ts';

/** What became of a question that is asked at once, by whoever shows the page. */
export type Asked<T> =
  | { kind: 'accepted'; value: T }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'signedOut' | 'unreachable' };
