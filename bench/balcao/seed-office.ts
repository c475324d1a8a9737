import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { REQUEST_KINDS } from '../../contract/request-words.ts';
import type { Message } from '../../contract/types.ts';
import { newRequest } from '../../domain/new-request.ts';
import { afterAction, type Handled, officeMessage, withRequest } from '../../domain/office-moves.ts';
import { openClerkSession } from '../../server/clerks/clerk-sessions.ts';
import type { Context } from '../../server/context.ts';
import { nobodysPassword } from '../../server/password-hash.ts';
import { rowOf } from '../../server/requests/request-rows.ts';
import { RARE_WORDS, seedWords, WORDS } from './seed-words.ts';

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
const serviceIdOf = (n: number) => `s${n % SERVICES}`;

/** The number of the service that a request is assigned to. Clerks take turns through the services, so clerk n belongs to service n modulo `SERVICES`. */
export function serviceOf(reference: string): number {
  return Number(reference.slice(-4)) % SERVICES;
}

/** The NISS of the first citizen. */
export const KNOWN_NISS = '10000000000';
const citizenIdOf = (n: number) => `c_office${n}`;

let thrown = 20_261_129;
/** Pseudo-random numbers, the same in each run. */
function throwUpTo(below: number): number {
  thrown = (thrown * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((thrown / 2_147_483_648) * below);
}
const pick = <Item>(items: readonly Item[]) => items[throwUpTo(items.length)] as Item;
const write = (words: number) => Array.from({ length: words }, () => pick(WORDS)).join(' ');

/** Fills the database with an office of this size, and returns the secrets of its clerks' sessions. */
export async function seedOffice(context: Context, size: OfficeSize): Promise<string[]> {
  const { db } = context;
  await inBatches(Math.ceil(size.requests / REQUESTS_EACH), (ns) => seedCitizens(context, ns));
  await inBatches(size.requests, (ns) => seedRequests(context, size, ns));
  const services = Array.from({ length: SERVICES }, (_, n) => ({
    id: serviceIdOf(n),
    name: `Serviço ${n}`,
    isFirst: n === 0,
  }));
  await db.insertInto('services').values(services).execute();
  await sql`insert into assignments (citizen_id, request_id, service)
    select citizen_id, id, 's' || right(reference, 4)::int % ${SERVICES}::int from requests`.execute(db);
  await seedWords(context);
  await sql`analyze`.execute(db);
  return seedClerks(context, size.clerks);
}

async function inBatches(count: number, seed: (ns: number[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE)
    await seed(Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, nth) => from + nth));
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
  if (!ns.includes(0)) return;
  const identity = { nissHash: seal.fingerprint(KNOWN_NISS), citizenId: citizenIdOf(0) };
  await db.insertInto('identities').values(identity).execute();
}

async function seedRequests(context: Context, size: OfficeSize, ns: number[]): Promise<void> {
  const made = ns.map((n) => {
    const place = {
      citizenId: citizenIdOf(Math.floor(n / REQUESTS_EACH)),
      sequence: 1 + 2 * (n % REQUESTS_EACH),
    };
    return { place, ...makeRequest(context, size, n) };
  });
  const requests = made.map(({ place, handled }) => ({
    ...place,
    id: handled.request.id,
    ...rowOf(handled),
  }));
  await context.db.insertInto('requests').values(requests).execute();
  const messages = made.flatMap(({ place, message }) => {
    if (!message) return [];
    const { id, requestId } = message;
    const text = JSON.stringify(message);
    return {
      ...place,
      sequence: place.sequence + 1,
      id,
      requestId,
      message: text,
      messageBytes: text.length,
    };
  });
  await context.db.insertInto('messages').values(messages).execute();
}

function makeRequest(
  { clocks, limits, topics }: Context,
  { requests, open }: OfficeSize,
  n: number,
): { handled: Handled; message: Message | null } {
  const now = clocks.officeNow();
  const isOpen = (n * open) % requests < open;
  const receivedMs = now - throwUpTo((isOpen ? OPEN_DAYS : DAYS) * DAY_MS);
  const receivedAt = new Date(receivedMs).toISOString();
  const { subjects, ...lifeEvent } = pick(topics.lifeEvents);
  const [reason] = topics.reasons;
  const topic = { status: 'known' as const, version: topics.version, lifeEvent, subject: pick(subjects) };
  const content = {
    kind: throwUpTo(10) === 0 ? ('complaint' as const) : pick(REQUEST_KINDS.slice(0, 3)),
    onBehalfOf: null,
    description: `${write(40 + throwUpTo(120))} ${pick(RARE_WORDS)}`,
    topic:
      reason === undefined || throwUpTo(10) === 0 ? { status: 'unknown' as const } : { ...topic, reason },
    writtenAt: receivedAt,
  };
  const fresh = { id: randomUUID(), revision: 1, number: n, receivedAt, attachments: [], content };
  const request = newRequest({ ...fresh, officeName: `Serviço ${throwUpTo(SERVICES)}` }, limits);
  const begun: Handled = { request, pausedDaysLeft: null };
  const reviewed = afterAction(begun, { action: 'review', atMs: receivedMs + 1 }, limits);
  if (isOpen) return { handled: pick([begun, begun, reviewed]), message: null };
  const answerMs = Math.min(now, receivedMs + throwUpTo(15) * DAY_MS);
  const isAsked = throwUpTo(20) === 0;
  const moved = afterAction(reviewed, { action: isAsked ? 'ask' : 'answer', atMs: answerMs }, limits);
  const purpose = isAsked ? ('question' as const) : ('answer' as const);
  const message = officeMessage(
    moved,
    { id: randomUUID(), purpose, body: write(80), attachments: [] },
    answerMs,
  );
  const isOver = !isAsked && now - answerMs > 30 * DAY_MS;
  const ended = isOver
    ? afterAction(moved, { action: 'close', atMs: answerMs + 31 * DAY_MS }, limits)
    : moved;
  return { handled: withRequest(ended, { lastMessageAt: message.sentAt }), message };
}

/** The first clerk is a supervisor, and each clerk belongs to one service. */
async function seedClerks({ db, clocks }: Context, count: number): Promise<string[]> {
  const clerks = Array.from({ length: count }, (_, n) => ({
    userName: `clerk${n}`,
    name: `Clerk ${n}`,
    isSupervisor: n === 0,
    ...nobodysPassword(),
  }));
  await db.insertInto('clerks').values(clerks).execute();
  const places = clerks.map(({ userName }, n) => ({ userName, service: serviceIdOf(n) }));
  await db.insertInto('serviceClerks').values(places).execute();
  const secrets: string[] = [];
  for (const { userName } of clerks) secrets.push(await openClerkSession(db, userName, clocks.now()));
  return secrets;
}
