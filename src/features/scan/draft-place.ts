import type { DraftRow } from '../../db/core/schema.ts';
import { ADDRESSES, STEP_ADDRESSES } from '../../parts/addresses.ts';

/** Where the draft's files are listed: its step, or the request that it answers. */
export function draftPlace({ id, replyTo }: DraftRow) {
  return replyTo
    ? { to: ADDRESSES.request, params: { requestId: replyTo.requestId } }
    : { to: STEP_ADDRESSES.attachments, params: { draftId: id } };
}
