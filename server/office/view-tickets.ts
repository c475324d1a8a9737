import type { Context } from '../context.ts';
import { hashSecret, makeSecret } from '../seal.ts';

/** How long a ticket lives: a browser asks for what a page shows as soon as it has the page. */
const LIVES_MS = 60_000;

interface Shown {
  citizenId: string;
  requestId: string;
  attachmentId: string;
  /** The clerk in whose page the file stands. */
  userName: string;
}

/** Returns a secret with which one file is opened once, without a session, by whoever has it. Each call also deletes tickets that expired unused. */
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

/** Returns undefined when the ticket was used, is too old, or never existed. */
export async function takeViewTicket({ db, clocks }: Context, secret: string): Promise<Shown | undefined> {
  return db
    .deleteFrom('officeTickets')
    .where('secretHash', '=', hashSecret(secret))
    .where('madeAt', '>', clocks.now() - LIVES_MS)
    .returning(['citizenId', 'requestId', 'attachmentId', 'userName'])
    .executeTakeFirst();
}
