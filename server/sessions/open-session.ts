import { randomUUID } from 'node:crypto';
import { nameDevice } from '../../domain/device-name.ts';
import type { Caller } from '../caller.ts';
import { newCookie } from '../caller.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { CitizenRow, SessionRow, Tx } from '../db/schema.ts';
import {
  changeSession,
  clearForSignIn,
  dropSession,
  dropWaiting,
  findOpened,
  forgetOldSessions,
} from './session-rows.ts';

export interface Opened {
  cookieValue: string;
  /** Null on a shared device. */
  ticketValue: string | null;
  session: SessionRow;
  /** As the citizen was found: whoever closes their account meanwhile ends the session, and the call is still answered. */
  citizen: CitizenRow;
}

/** Opens a session for somebody who has proved who they are. */
export async function openSession(
  { clocks }: Context,
  tx: Tx,
  caller: Caller,
  by: Pick<SessionRow, 'citizenId' | 'way' | 'shared'>,
): Promise<Opened> {
  await clearForSignIn(tx, caller.cookie, by.citizenId);
  const citizen = await lockCitizen(tx, by.citizenId);
  const { cookie, value } = newCookie(citizen.id);
  const ticket = by.shared ? null : newCookie(citizen.id);
  const now = clocks.now();
  const session: SessionRow = {
    ...by,
    id: randomUUID(),
    secretHash: cookie.secretHash,
    ticketHash: ticket?.cookie.secretHash ?? null,
    stage: 'signedIn',
    device: nameDevice(caller.userAgent),
    begunAt: now,
    seenAt: now,
    erasedAt: null,
    lastSignIn: citizen.lastSignIn,
  };
  const before = citizen.lastSignIn && JSON.stringify(citizen.lastSignIn);
  await tx
    .insertInto('sessions')
    .values({ ...session, lastSignIn: before })
    .execute();
  const lastSignIn = JSON.stringify({ at: new Date(now).toISOString(), way: by.way });
  const language = caller.language ?? citizen.language;
  await tx.updateTable('citizens').set({ lastSignIn, language }).where('id', '=', citizen.id).execute();
  await forgetOldSessions(tx, citizen.id, now);
  return { cookieValue: value, ticketValue: ticket?.value ?? null, session, citizen };
}

/**
 * Ends the browser's session. Returns whether its cookies are to go, too; by a cookie that stays, the device can be told to erase, even if that was asked in
 * this very instant. `stays`: the stage at which the session stays in the list; null: it does not stay.
 */
export async function signOut(
  { db }: Context,
  { cookie }: Caller,
  stays: 'idle' | 'ended' | null,
): Promise<boolean> {
  await dropWaiting(db, cookie);
  const opened = await findOpened(db, cookie);
  if (stays && opened && !opened.shared) {
    await changeSession(db, opened, { stage: stays });
    return false;
  }
  await dropSession(db, cookie, ['signedIn', 'idle', 'ended', 'erased']);
  return (await findOpened(db, cookie)) === undefined;
}

/** Notes that the device has erased. Returns true when the cookies are to go, since they were kept for this alone. */
export async function confirmErased({ db, clocks }: Context, { cookie }: Caller): Promise<boolean> {
  const opened = await findOpened(db, cookie);
  if (opened?.stage !== 'mustErase') return false;
  await changeSession(db, opened, { stage: 'erased', erasedAt: clocks.now() });
  return true;
}
