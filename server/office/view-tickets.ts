import { findByHash } from '../clerks/clerk-sessions.ts';
import type { Context } from '../context.ts';
import { hashSecret, makeSecret } from '../seal.ts';
import { readerOfClerk } from '../services/reach.ts';
import { findWithin } from './read-request.ts';

/** How long a ticket lives: a browser asks for what a page shows as soon as it has the page. */
const LIVES_MS = 60_000;

interface Shown {
  citizenId: string;
  requestId: string;
  attachmentId: string;
  /** The clerk in whose page the file stands. */
  userName: string;
  /** Names the session of that page. */
  sessionHash: Uint8Array;
}

/** Returns a secret with which one file is opened once, without the cookie of the session, by whoever has it. Each call also deletes tickets that expired unused. */
export async function addViewTicket({ db, clocks }: Context, shown: Shown): Promise<string> {
  const madeAt = clocks.now();
  await db
    .deleteFrom('officeTickets')
    .where('madeAt', '<=', madeAt - LIVES_MS)
    .execute();
  const secret = makeSecret();
  await db
    .insertInto('officeTickets')
    .values({ ...shown, secretHash: hashSecret(secret), madeAt })
    .execute();
  return secret;
}

/** Returns undefined when the ticket was used, is too old, or never existed, and when the clerk's session has ended or the request is out of their reach. */
export async function takeViewTicket(
  context: Context,
  secret: string,
): Promise<Omit<Shown, 'sessionHash'> | undefined> {
  const { db, clocks } = context;
  const ticket = await db
    .deleteFrom('officeTickets')
    .where('secretHash', '=', hashSecret(secret))
    .where('madeAt', '>', clocks.now() - LIVES_MS)
    .returning(['citizenId', 'requestId', 'attachmentId', 'userName', 'sessionHash'])
    .executeTakeFirst();
  if (!ticket?.sessionHash) return undefined;
  const { sessionHash, ...shown } = ticket;
  const session = await findByHash(context, sessionHash);
  if (session.status !== 'signedIn') return undefined;
  const { reach } = await readerOfClerk(db, session.clerk);
  const named = { citizenId: shown.citizenId, id: shown.requestId };
  return (await findWithin(db, named, reach)) && shown;
}
