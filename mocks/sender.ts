import { problem } from '../contract/problem.ts';
import type { SentBy } from '../domain/acknowledgement.ts';
import { canSend } from '../domain/session-life.ts';
import type { Call } from './call.ts';
import { citizenOf, findSession, isInPage, newSecret, prolong, sessionIdOf } from './session.ts';
import { sessionKey } from './session-rows.ts';
import type { OpenedRow } from './sign-in-rows.ts';
import type { CitizenRow } from './tables.ts';

/**
 * The header in which the HTTP server tells which ticket came with a call, and is told which one to set; an empty one deletes the cookie. It is never taken
 * from outside.
 */
export const TICKET_HEADER = 'X-Pretend-Ticket';

export interface Sender {
  citizen: CitizenRow;
  by: SentBy;
}

/** Identifies the sender: by the session, or by its ticket once the session is over. */
export async function identifySender(call: Call, request: Request): Promise<Sender> {
  const session = await findSession(call, request);
  if (session?.stage === 'signedIn')
    return { citizen: await citizenOf(call, session.citizenId), by: 'session' };
  const row = await findByTicket(call, request);
  if (!row || !canSend(row, call.realNow)) throw problem('signed-out');
  return { citizen: await citizenOf(call, row.citizenId), by: 'ticket' };
}

/** Identifies the sender, who must be the citizen that the page believes to be signed in. */
export async function requireSender(call: Call, request: Request): Promise<Sender> {
  const sender = await identifySender(call, request);
  if (request.headers.get('X-Citizen') !== sender.citizen.id) throw problem('owner-mismatch');
  // Sending with the ticket does not count as a use of the session.
  if (sender.by === 'session') await prolong(call, request);
  return sender;
}

/** Makes a ticket, which names the session that it belongs to, and holds a secret. */
export function newTicket({ citizenId, id }: Pick<OpenedRow, 'citizenId' | 'id'>): string {
  return `${sessionKey(citizenId, id)}.${newSecret()}`;
}

/** Finds the session by its ticket. In the page the browser has one session, to which the ticket belongs. */
async function findByTicket({ tx }: Call, request: Request): Promise<OpenedRow | undefined> {
  const ticket = request.headers.get(TICKET_HEADER) ?? '';
  const [key = ''] = ticket.split('.');
  const sessionId = isInPage(request) ? sessionIdOf(request) : await tx.get('sessionIdsByCitizen', key);
  const row = sessionId === undefined ? undefined : await tx.get('sessions', sessionId);
  return isInPage(request) || row?.ticket === ticket ? row : undefined;
}
