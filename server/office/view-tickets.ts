import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { hashSecret } from '../seal.ts';

const SECRET_BYTES = 32;
/** A browser asks for what a page shows as soon as it has the page. */
const LIVES_MS = 60_000;

interface Shown {
  citizenId: string;
  requestId: string;
  attachmentId: string;
  /** Whose page it stands in. */
  userName: string;
}

/** Answers the secret by which one file is opened once, by whoever has it and without a session. Those that nobody used go with the next. */
export async function addViewTicket({ db, clocks }: Context, shown: Shown): Promise<string> {
  const madeAt = clocks.now();
  await db
    .deleteFrom('officeTickets')
    .where('madeAt', '<=', madeAt - LIVES_MS)
    .execute();
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  await db
    .insertInto('officeTickets')
    .values({ ...shown, secretHash: hashSecret(secret), madeAt })
    .execute();
  return secret;
}

/** Undefined: it was used, or is too old, or there never was one. */
export async function takeViewTicket({ db, clocks }: Context, secret: string): Promise<Shown | undefined> {
  return db
    .deleteFrom('officeTickets')
    .where('secretHash', '=', hashSecret(secret))
    .where('madeAt', '>', clocks.now() - LIVES_MS)
    .returning(['citizenId', 'requestId', 'attachmentId', 'userName'])
    .executeTakeFirst();
}
