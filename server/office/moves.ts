import type { CitizenRequest } from '../../contract/types.ts';

/**
 * The count grows with every state and every message, whoever made them. What a citizen has read or rated does not count: it does not concern the office's next
 * step.
 */
export function countMoves({ history }: Pick<CitizenRequest, 'history'>, messages: number): number {
  return history.length + messages;
}
