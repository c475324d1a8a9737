import type { CitizenRequest } from '../../contract/types.ts';

/**
 * How far the citizen has read, by whoever knows of more: the server may not have heard yet, and must not make it unread again. Instants are
 * of the server's clock.
 */
export function withReadMark<R extends CitizenRequest>(
  request: R,
  readUpTo: string | null,
): R & { unread: 0 | 1 } {
  const upTo = later(request.readUpTo, readUpTo);
  const hasNews = request.lastMessageAt !== null && request.lastMessageAt > (upTo ?? '');
  return { ...request, readUpTo: upTo, unread: hasNews ? 1 : 0 };
}

function later(one: string | null, other: string | null): string | null {
  return (one ?? '') < (other ?? '') ? other : one;
}
