import type { DraftRow } from '../db/core/schema.ts';
import { ADDRESSES, stepAddress } from './addresses.ts';

/** Returns the address of a draft at a step. A reply, which has no steps, is continued on the page of its request. */
export function draftPlace(draft: DraftRow, step = stepAddress(draft)) {
  return draft.replyTo
    ? { to: ADDRESSES.request, params: { requestId: draft.replyTo.requestId } }
    : { to: step, params: { draftId: draft.id } };
}
