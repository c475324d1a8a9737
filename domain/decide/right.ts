import { problem } from '../../contract/problem.ts';
import type { OnBehalfOf } from '../../contract/types.ts';

/** To act for another. Either side may end it at any time. */
export interface Right {
  /** Who is named, as the server knows them; null: nobody is, or the citizen may not act for them, or may no more. */
  represented: OnBehalfOf | null;
}

/** Answers who is named, or nobody. Throws 403 without the right. */
export function requireRight({ represented }: Right, named: OnBehalfOf | null): OnBehalfOf | null {
  if (named !== null && represented === null)
    throw problem('not-allowed', { issues: [{ field: 'onBehalfOf', code: 'notAllowed' }] });
  return represented;
}
