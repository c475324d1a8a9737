import type { CitizenRequest } from '../../contract/types.ts';

/** It grows with every state and every message, whoever made them; what a citizen has read or rated is no business of the office's next step. */
export function countMoves({ history }: Pick<CitizenRequest, 'history'>, messages: number): number {
  return history.length + messages;
}
