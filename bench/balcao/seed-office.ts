import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { REQUEST_KINDS } from '../../contract/request-words.ts';
import type { Message } from '../../contract/types.ts';
import { type NewRequest, newRequest } from '../../domain/new-request.ts';
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
const OFFICES = [
  'Centro de contacto',
  'Prestações',
  'Contribuições',
  'Pensões',
  'Ação social',
  'Famílias',
  'Doença',
  'Atendimento',
];

/** Returns a generator of pseudo-random numbers, the same in each run. */
function thrower(): (below: number) => number {
  let state = 20_261_129;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Fills the database with an office of this size, and returns the secrets of its clerks' sessions. */
export async function seedOffice(context: Context, size: OfficeSize): Promise<string[]> {
  await seedCitizens(context, Math.ceil(size.requests / REQUESTS_EACH));
  await seedRequests(context, size);
  await seedServices(context);
  await seedWords(context);
  await sql`analyze`.execute(context.db);
  return seedClerks(context, size.clerks);
}

export const SERVICES = OFFICES.length;
const serviceIdOf = (n: number) => `s${n % SERVICES}`;

/** The number of the service that a request is assigned to. Clerks take turns through the services, so clerk n belongs to service n modulo `SERVICES`. */
export function serviceOf(reference: string): number {
  return Number(reference.slice(-4)) % SERVICES;
}

/** Assigns each request to a service by the last digits of its reference. */
async function seedServices({ db }: Context): Promise<void> {
  const services = OFFICES.map((name, n) => ({ id: serviceIdOf(n), name, isFirst: n === 0 }));
  await db.insertInto('services').values(services).execute();
  await sql`insert into assignments (citizen_id, request_id, service)
    select citizen_id, id, 's' || right(reference, 4)::int % ${SERVICES}::int from requests`.execute(db);
}

/** The NISS of the first citizen. */
export const KNOWN_NISS = '10000000000';
const citizenIdOf = (n: number) => `c_office${n}`;

async function seedCitizens({ db, seal }: Context, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, nth) => {
      const id = citizenIdOf(from + nth);
      const name = `Pessoa Exemplo ${from + nth}`;
      const nissSealed = seal.seal(KNOWN_NISS, id);
      return {
        id,
        nissSealed,
        name,
        holder: 'person' as const,
        contact: 'null',
        feedEpoch: 'bench',
        lastSequence: 100,
      };
    });
    await db.insertInto('citizens').values(rows).execute();
  }
  const nissHash = seal.fingerprint(KNOWN_NISS);
  await db
    .insertInto('identities')
    .values({ nissHash, citizenId: citizenIdOf(0) })
    .execute();
}

async function seedRequests(context: Context, { requests, open }: OfficeSize): Promise<void> {
  const { db, clocks, limits, topics } = context;
  const throwUpTo = thrower();
  const now = clocks.officeNow();
  const subjects = topics.lifeEvents.flatMap(({ subjects: all, ...lifeEvent }) =>
    all.map((subject) => ({ lifeEvent, subject })),
  );
  const pick = <Item>(items: readonly Item[]) => items[throwUpTo(items.length)] as Item;
  const write = (words: number) => Array.from({ length: words }, () => pick(WORDS)).join(' ');

  function make(n: number): { handled: Handled; message: Message | null } {
    const isOpen = (n * open) % requests < open;
    const receivedMs = now - throwUpTo((isOpen ? OPEN_DAYS : DAYS) * DAY_MS);
    const { lifeEvent, subject } = pick(subjects);
    const [reason] = topics.reasons;
    const received: NewRequest = {
      id: randomUUID(),
      revision: 1,
      number: n,
      receivedAt: new Date(receivedMs).toISOString(),
      officeName: pick(OFFICES),
      attachments: [],
      content: {
        kind: throwUpTo(10) === 0 ? 'complaint' : pick(REQUEST_KINDS.slice(0, 3)),
        onBehalfOf: null,
        description: `${write(40 + throwUpTo(120))} ${pick(RARE_WORDS)}`,
        topic:
          reason === undefined || throwUpTo(10) === 0
            ? { status: 'unknown' }
            : { status: 'known', version: topics.version, lifeEvent, subject, reason },
        writtenAt: new Date(receivedMs).toISOString(),
      },
    };
    const begun: Handled = { request: newRequest(received, limits), pausedDaysLeft: null };
    const reviewedAt = (atMs: number) => afterAction(begun, { action: 'review', atMs }, limits);
    if (isOpen)
      return {
        handled: pick([begun, begun, reviewedAt(receivedMs + DAY_MS)]),
        message: null,
      };
    const answerMs = Math.min(now, receivedMs + throwUpTo(15) * DAY_MS);
    const isAsked = throwUpTo(20) === 0;
    const move = { action: isAsked ? 'ask' : 'answer', atMs: answerMs } as const;
    const moved = afterAction(reviewedAt(receivedMs + 1), move, limits);
    const said = {
      id: randomUUID(),
      purpose: isAsked ? ('question' as const) : ('answer' as const),
      body: write(80),
      attachments: [],
    };
    const message = officeMessage(moved, said, answerMs);
    const isOver = !isAsked && now - answerMs > 30 * DAY_MS;
    const close = { action: 'close', atMs: answerMs + 31 * DAY_MS } as const;
    const ended = isOver ? afterAction(moved, close, limits) : moved;
    const rating = !isAsked && throwUpTo(5) === 0 ? { helpful: throwUpTo(4) > 0, comment: '' } : null;
    return { handled: withRequest(ended, { rating, lastMessageAt: message.sentAt }), message };
  }

  for (let from = 0; from < requests; from += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, requests - from) }, (_, nth) => make(from + nth));
    const rows = made.map(({ handled, message }, nth) => {
      const n = from + nth;
      return {
        citizenId: citizenIdOf(Math.floor(n / REQUESTS_EACH)),
        sequence: 1 + 2 * (n % REQUESTS_EACH),
        handled,
        message,
      };
    });
    await db
      .insertInto('requests')
      .values(
        rows.map(({ citizenId, sequence, handled }) => ({
          citizenId,
          id: handled.request.id,
          sequence,
          ...rowOf(handled),
        })),
      )
      .execute();
    const messages = rows.flatMap(({ citizenId, sequence, message }) => {
      if (!message) return [];
      const text = JSON.stringify(message);
      const { id, requestId } = message;
      return [{ citizenId, id, requestId, sequence: sequence + 1, message: text, messageBytes: text.length }];
    });
    await db.insertInto('messages').values(messages).execute();
  }
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
