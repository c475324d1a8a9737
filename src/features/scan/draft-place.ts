import type { DraftRow } from '../../db/core/schema.ts';
import { ADDRESSES, STEP_ADDRESSES } from '../../parts/addresses.ts';

/** Returns the address where the draft's attachments are listed: its step, or the request to which it replies. */
export function draftPlace({ id, replyTo }: DraftRow) {
  return replyTo
    ? { to: ADDRESSES.request, params: { requestId: replyTo.requestId } }
    : { to: STEP_ADDRESSES.attachments, params: { draftId: id } };
}
