import type { RequestKind } from '../../contract/types.ts';

/**
 * The i18next context that chooses a text's form for a kind of request: a complaint has a form of its own, all other kinds are called a request. Pass it to `t`
 * as the options or as part of them. It is empty while the kind is not chosen.
 */
export function ofKind(kind: RequestKind | null | undefined): { context?: RequestKind } {
  return kind ? { context: kind } : {};
}
