import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { cursorOfNews } from '../office/read-news.ts';
import { asOutage, Outage } from '../outage.ts';

/** The receiver only has to note the call and answer: what follows from it is no reason to keep us waiting. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Calls the webhook when there is news. Whose request it is, and everything else, the receiver reads with its token. A call that is not answered with a 2xx in
 * time is made again later with the same id, by which the receiver recognizes it.
 */
export async function callWebhook(
  { db, clocks, webhook }: Context,
  { newsId }: { newsId: number },
  { wait = AbortSignal.timeout }: { wait?: (ms: number) => AbortSignal } = {},
): Promise<void> {
  const body = webhook && (await describeNews(db, newsId));
  if (!body) return;
  const text = JSON.stringify(body);
  const headers = signCall(webhook.key, { id: `news_${newsId}`, atMs: clocks.now(), body: text });
  const answer = await callAt(webhook.url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: text,
    redirect: 'error',
    signal: wait(ANSWER_WITHIN_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Outage('webhook', new Error('Whoever wants to be called did not take the call'));
}

function callAt(url: string, call: RequestInit): Promise<Response> {
  return fetch(url, call).catch((error: unknown) => {
    throw asOutage('webhook', error);
  });
}

/** Returns undefined when the request has gone meanwhile. */
async function describeNews(db: Db, newsId: number) {
  const cursor = await cursorOfNews(db, newsId);
  const row = await db
    .selectFrom('officeNews')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.citizenId', '=', 'officeNews.citizenId')
        .onRef('requests.id', '=', 'officeNews.requestId'),
    )
    .select(['what', 'at', 'requests.reference'])
    .where('officeNews.id', '=', newsId)
    .executeTakeFirst();
  if (!row || cursor === undefined) return undefined;
  const { what, at, reference } = row;
  return {
    type: `request.${what}`,
    timestamp: new Date(at).toISOString(),
    data: { reference, cursor },
  };
}

/** Signs a call by Standard Webhooks. The time is signed too, so that nobody can play an old call again. */
function signCall(
  key: Uint8Array,
  { id, atMs, body }: { id: string; atMs: number; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
