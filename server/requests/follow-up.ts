import type { CitizenRequest } from '../../contract/types.ts';
import type { FollowedUp, FollowUpFacts } from '../../domain/decide/follow-up.ts';
import type { Handled } from '../../domain/office-moves.ts';
import { withReceipts } from '../../domain/proof/signed-content.ts';
import type { Context } from '../context.ts';
import { addOfficeNews } from '../office/add-office-news.ts';
import { findRepresented } from '../representations.ts';
import { writeFor } from '../write-for.ts';
import type { NamedRequest } from './in-order.ts';
import { findRequest, keepRequest } from './request-rows.ts';

/** Does what the citizen decided about a request of theirs: withdraw it, rate it, mark it as read. */
export async function followUp(
  context: Context,
  { citizenId, id }: NamedRequest,
  decide: (facts: FollowUpFacts<Handled>, nowMs: number) => FollowedUp<Handled>,
): Promise<CitizenRequest> {
  const sign = await context.keyring.signer();
  return writeFor(context, citizenId, async (tx) => {
    const row = await findRequest(tx, citizenId, id);
    const represented = await findRepresented(tx, citizenId, row.request.onBehalfOf);
    const at = context.clocks.officeNow();
    const decided = decide({ row, represented }, at);
    if (!decided) return row.request;
    const { toldOffice: what } = decided;
    if (what) await addOfficeNews(context, tx, { citizenId, requestId: id, what, at });
    const request = withReceipts(decided.row.request, sign);
    await keepRequest(tx, citizenId, { ...decided.row, request });
    return request;
  });
}
