import { problem } from '../../contract/problem.ts';
import type { OnBehalfOf } from '../../contract/types.ts';

/** The right to act for another. Either side may end it at any time. */
export interface ActingRight {
  /** The named person, as the server knows them; null when nobody is named, or the citizen may not act for that person. */
  represented: OnBehalfOf | null;
}

/** Returns the named person, or null when nobody is named. Throws 403 without the right. */
export function requireRight({ represented }: ActingRight, named: OnBehalfOf | null): OnBehalfOf | null {
  if (named !== null && represented === null)
    throw problem('not-allowed', { issues: [{ field: 'onBehalfOf', code: 'notAllowed' }] });
  return represented;
}
