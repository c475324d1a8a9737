import type { Message } from '../../contract/types.ts';
import { withdrawalToSign, withReceipt, withReceipts } from '../../domain/proof/signed-content.ts';
import { takePlace } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { Jobs } from '../jobs/job-names.ts';
import { type NamedRequest, requestsInOrder } from '../requests/in-order.ts';
import { findOwnRequest, keepRequest, listMessages } from '../requests/request-rows.ts';
import { writeAbout } from '../write-for.ts';

/** The number of requests in one run: a job has a time limit, and other jobs wait for their turn. */
const AT_ONCE = 200;

type Payload = Jobs['signReceived'];

/**
 * Signs what this server received before it had receipts, request by request, and leaves the rest to another job. A receipt bears the time of reception that
 * the server has kept since then. Devices hear of each receipt by their feed.
 */
export async function signReceived(context: Context, { after }: Payload, atOnce = AT_ONCE): Promise<void> {
  const places = await requestsInOrder(context.db, after, atOnce).select(['citizenId', 'id']).execute();
  for (const place of places) await signOne(context, place);
  const last = places.at(-1);
  if (!last || places.length < atOnce) return;
  const next = { name: 'signReceived', payload: { after: last }, dueAt: context.clocks.now() } as const;
  await context.db
    .transaction()
    .execute((tx) => addJob(tx, { ...next, id: `signReceived/${last.citizenId}/${last.id}` }));
}

async function signOne(context: Context, { citizenId, id }: NamedRequest): Promise<void> {
  const sign = await context.keyring.signer();
  await writeAbout(context, citizenId, async (tx) => {
    const row = await findOwnRequest(tx, citizenId, id);
    if (!row) return;
    const { request } = row;
    const lacks = !request.receipt || (withdrawalToSign(request) && !request.withdrawalReceipt);
    if (lacks) await keepRequest(tx, citizenId, { ...row, request: withReceipts(request, sign) });
    for (const message of await listMessages(tx, { citizenId, id }))
      if (!message.receipt)
        await replaceMessage(tx, citizenId, withReceipt(message, request.reference, sign));
  });
}

async function replaceMessage(tx: Tx, citizenId: string, message: Message): Promise<void> {
  const text = JSON.stringify(message);
  await takePlace(tx, citizenId)
    .updateTable('messages')
    .set((from) => ({
      message: text,
      messageBytes: Buffer.byteLength(text),
      sequence: from.selectFrom('place').select('sequence'),
    }))
    .where('citizenId', '=', citizenId)
    .where('id', '=', message.id)
    .execute();
}
