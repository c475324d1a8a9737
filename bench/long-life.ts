import { randomUUID } from 'node:crypto';
import type { Route } from '@playwright/test';
import { REQUEST_KINDS } from '../contract/request-words.ts';
import type { Change, ChangePage, RequestState } from '../contract/types.ts';
import { citizenMessage, registeredRequest } from '../testing/builders.ts';
import type { ReceiptSigner } from '../testing/receipt-signer.ts';
import { write } from './made-up-words.ts';

/** How many requests and messages Maria has; docs/benchmark.md names both figures. */
export const REQUESTS = 10_000;
const MESSAGES_EACH = 5;
/** The most changes that a page of the feed may have. */
const PAGE = 500;
const DAY_MS = 86_400_000;
const WORDS_EACH = 30;
const STATES: RequestState[] = ['registered', 'inReview', 'forwarded', 'inReview', 'answered', 'closed'];
/** Each word is in every nth request, so that each further letter of *prova* finds fewer. */
const MARKED = { pagar: 2, prazo: 3, processo: 5, provisório: 7, prova: 11 };

const nthOf = <T>(list: readonly T[], n: number) => list[n % list.length] as T;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

function tellRequest(n: number, messagesEach: number): Change[] {
  const id = randomUUID();
  const marked = Object.entries(MARKED).flatMap(([word, every]) => (n % every === 0 ? [word] : []));
  const topic = {
    lifeEvent: { id: 'payments', label: 'Contribuições' },
    subject: { id: `subject${n % 4}`, label: `Assunto ${n % 4}` },
    reason: { id: 'other', label: 'Outro motivo' },
  };
  const request = registeredRequest(id, {
    reference: `EC-2025-${String(n + 1).padStart(7, '0')}`,
    kind: nthOf(REQUEST_KINDS, n),
    description: [write(WORDS_EACH), ...marked].join(' '),
    topic: { status: 'known', version: '1', ...topic },
    state: nthOf(STATES, n),
    receivedAt: daysAgo(n / 10 + 1),
    updatedAt: daysAgo(n / 10 + 1),
  });
  const messages = Array.from({ length: messagesEach }, (_, m): Change => {
    const said = { body: write(WORDS_EACH), sentAt: daysAgo(m) };
    const author = m % 2 ? 'citizen' : 'office';
    return { type: 'message', message: citizenMessage(randomUUID(), id, { author, ...said }) };
  });
  return [{ type: 'request', request }, ...messages];
}

/** Returns the changes by which a feed tells of Maria's long life. A signer signs a receipt for each request. */
export function createLongLife(messagesEach = MESSAGES_EACH, signer?: ReceiptSigner): Promise<Change[]> {
  const life = Array.from({ length: REQUESTS }, (_, n) => tellRequest(n, messagesEach)).flat();
  const sign = async (change: Change): Promise<Change> =>
    signer && change.type === 'request'
      ? { ...change, request: await signer.signRequest(change.request) }
      : change;
  return Promise.all(life.map(sign));
}

/** Stands in a cursor between the server's own and the number of changes that are left: an app asks no further where the cursor does not move. */
const LEFT = '~';

/** Adds a life to the server's feed, a page at a time, so that the app takes it in like any first pull. */
export function serveLife(life: Change[]): (route: Route) => Promise<void> {
  return async (route) => {
    const asked = new URL(route.request().url());
    const cursor = asked.searchParams.get('cursor');
    if (cursor !== null) asked.searchParams.set('cursor', cursor.split(LEFT)[0] ?? '');
    const response = await route.fetch({ url: asked.href });
    const page: ChangePage = await response.json();
    const changes = [...page.changes, ...life.splice(0, PAGE - page.changes.length)];
    const isLast = life.length === 0;
    const told = isLast ? page.cursor : `${page.cursor}${LEFT}${life.length}`;
    await route.fulfill({ response, json: { ...page, changes, cursor: told, more: page.more || !isLast } });
  };
}
