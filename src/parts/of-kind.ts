import type { RequestKind } from '../../contract/types.ts';

/**
 * The form of a text that is said of one kind, as i18next's context: a complaint is called one, everything else is a request. For `t`, as its
 * options or among them; not set while the kind is open.
 */
export function ofKind(kind: RequestKind | null | undefined): { context?: RequestKind } {
  return kind ? { context: kind } : {};
}
