import type { Contact, NewsWish } from '../../contract/types.ts';
import { citizenOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { CitizenRow, SessionRow } from '../db/schema.ts';
import { transactFor } from '../write-for.ts';

/** Returns where the citizen can be told of news; null: nowhere, or the server sends no mails. */
export function contactOf({ sendMail }: Context, { contact }: CitizenRow): Contact | null {
  return sendMail && contact;
}

export async function readNewsWish(context: Context, { citizenId }: SessionRow): Promise<NewsWish> {
  const citizen = await citizenOf(context.db, citizenId);
  return { contact: contactOf(context, citizen), wanted: citizen.wantsNews };
}

export async function changeNewsWish(
  context: Context,
  session: SessionRow,
  wantsNews: boolean,
): Promise<NewsWish> {
  const { citizenId } = session;
  await transactFor(context, citizenId, (tx) =>
    tx.updateTable('citizens').set({ wantsNews }).where('id', '=', citizenId).execute(),
  );
  return readNewsWish(context, session);
}
