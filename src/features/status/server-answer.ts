import type { Problem } from '../../../contract/types.ts';

/** The outcome of a question to the server that does not go through the outbox. The route that shows the page asks it. */
export type ServerAnswer<T> =
  | { kind: 'accepted'; value: T }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'signedOut' | 'unreachable' };
