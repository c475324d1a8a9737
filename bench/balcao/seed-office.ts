import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { REQUEST_KINDS } from '../../contract/request-words.ts';
import { newRequest } from '../../domain/new-request.ts';
import {
  afterAction,
  type Handled,
  type OfficeAction,
  officeMessage,
  PURPOSE_OF_ACTION,
  withRequest,
} from '../../domain/office-moves.ts';
import { openClerkSession } from '../../server/clerks/clerk-sessions.ts';
import { addClerk, setSupervisor } from '../../server/clerks/clerks.ts';
import type { Context } from '../../server/context.ts';
import { nobodysPassword } from '../../server/password-hash.ts';
import { rowOf } from '../../server/requests/request-rows.ts';
import { addService, putClerkInto } from '../../server/services/services.ts';
import { repeat } from '../figures.ts';
import { pick, throwBelow, write } from '../made-up-words.ts';
import { RARE_WORDS, seedWords } from './seed-words.ts';

export interface OfficeSize {
  requests: number;
  /** How many of the requests wait for the office. */
  open: number;
  clerks: number;
}

const REQUESTS_EACH = 3;
const AT_ONCE = 5000;
const DAY_MS = 86_400_000;
/** The open requests were received within these days, so that some of them are overdue. */
const OPEN_DAYS = 20;
const DAYS = 365;
export const SERVICES = 8;

/** The number of the service that a request is assigned to. Clerks take turns through the services, so clerk n belongs to service n modulo `SERVICES`. */
export function serviceOf(reference: string): number {
  return Number(reference.slice(-4)) % SERVICES;
}

/** The NISS of the first citizen. */
export const KNOWN_NISS = '10000000000';
const citizenIdOf = (n: number) => `c_office${n}`;

/** Fills the database with an office of this size, and returns the secrets of its clerks' sessions. The first clerk is a supervisor. */
export async function seedOffice(context: Context, size: OfficeSize): Promise<string[]> {
  const { db, clocks } = context;
  await inBatches(Math.ceil(size.requests / REQUESTS_EACH), (ns) => seedCitizens(context, ns));
  const identity = { nissHash: context.seal.fingerprint(KNOWN_NISS), citizenId: citizenIdOf(0) };
  await db.insertInto('identities').values(identity).execute();
  await inBatches(size.requests, (ns) => seedRequests(context, size, ns));
  await repeat(SERVICES, (n) => addService(db, { id: `s${n}`, name: `Serviço ${n}` }));
  await sql`insert into assignments (citizen_id, request_id, service)
    select citizen_id, id, 's' || right(reference, 4)::int % ${SERVICES}::int from requests`.execute(db);
  await seedWords(db);
  const secrets = await repeat(size.clerks, async (n) => {
    const userName = `clerk${n}`;
    await addClerk(db, { userName, name: `Clerk ${n}`, ...nobodysPassword() });
    await putClerkInto(db, `s${n % SERVICES}`, userName);
    return openClerkSession(db, userName, clocks.now());
  });
  await setSupervisor(db, 'clerk0', true);
  await sql`vacuum analyze`.execute(db);
  return secrets;
}

function inBatches(count: number, seed: (ns: number[]) => Promise<void>): Promise<unknown> {
  return repeat(Math.ceil(count / AT_ONCE), (batch) => {
    const from = batch * AT_ONCE;
    return seed(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, nth) => from + nth));
  });
}

async function seedCitizens({ db, seal }: Context, ns: number[]): Promise<void> {
  const rows = ns.map((n) => ({
    id: citizenIdOf(n),
    nissSealed: seal.seal(KNOWN_NISS, citizenIdOf(n)),
    name: `Pessoa Exemplo ${n}`,
    holder: 'person' as const,
    contact: 'null',
    feedEpoch: 'bench',
    lastSequence: 100,
  }));
  await db.insertInto('citizens').values(rows).execute();
}

async function seedRequests(context: Context, size: OfficeSize, ns: number[]): Promise<void> {
  const made = ns.map((n) => makeRequest(context, size, n));
  const requests = made.map(({ place, handled }) => ({
    ...place,
    id: handled.request.id,
    ...rowOf(handled),
  }));
  await context.db.insertInto('requests').values(requests).execute();
  const messages = made.flatMap(({ place: { citizenId, sequence }, message }) => {
    if (!message) return [];
    const { id, requestId } = message;
    const text = JSON.stringify(message);
    const row = {
      citizenId,
      id,
      requestId,
      sequence: sequence + 1,
      message: text,
      messageBytes: text.length,
    };
    return [row];
  });
  await context.db.insertInto('messages').values(messages).execute();
}

function makeRequest({ clocks, limits, topics }: Context, { requests, open }: OfficeSize, n: number) {
  const place = {
    citizenId: citizenIdOf(Math.floor(n / REQUESTS_EACH)),
    sequence: 1 + 2 * (n % REQUESTS_EACH),
  };
  const now = clocks.officeNow();
  const isOpen = (n * open) % requests < open;
  const receivedMs = now - throwBelow((isOpen ? OPEN_DAYS : DAYS) * DAY_MS);
  const receivedAt = new Date(receivedMs).toISOString();
  const { subjects, ...lifeEvent } = pick(topics.lifeEvents);
  const named = { version: topics.version, lifeEvent, subject: pick(subjects), reason: pick(topics.reasons) };
  const content = {
    kind: throwBelow(10) === 0 ? ('complaint' as const) : pick(REQUEST_KINDS.slice(0, 3)),
    onBehalfOf: null,
    description: `${write(40 + throwBelow(120))} ${pick(RARE_WORDS)}`,
    topic: throwBelow(10) === 0 ? { status: 'unknown' as const } : { status: 'known' as const, ...named },
    writtenAt: receivedAt,
  };
  const officeName = `Serviço ${throwBelow(SERVICES)}`;
  const fresh = {
    id: randomUUID(),
    revision: 1,
    number: n,
    receivedAt,
    attachments: [],
    content,
    officeName,
  };
  const answeredMs = Math.min(now, receivedMs + throwBelow(15) * DAY_MS);
  const atMs = {
    review: receivedMs + 1,
    ask: answeredMs,
    answer: answeredMs,
    close: answeredMs + 31 * DAY_MS,
  };
  const actions = pickActions(isOpen, atMs.close < now);
  const handled = actions.reduce<Handled>(
    (row, action) => afterAction(row, { action, atMs: atMs[action] }, limits),
    { request: newRequest(fresh, limits), pausedDaysLeft: null },
  );
  const purpose = actions[1] && PURPOSE_OF_ACTION[actions[1]];
  if (!purpose) return { place, handled, message: null };
  const said = { id: randomUUID(), purpose, body: write(80), attachments: [] };
  const message = officeMessage(handled, said, answeredMs);
  return { place, handled: withRequest(handled, { lastMessageAt: message.sentAt }), message };
}

function pickActions(isOpen: boolean, isOver: boolean): Exclude<OfficeAction, 'forward'>[] {
  if (isOpen) return throwBelow(3) === 0 ? ['review'] : [];
  if (throwBelow(20) === 0) return ['review', 'ask'];
  return isOver ? ['review', 'answer', 'close'] : ['review', 'answer'];
}
