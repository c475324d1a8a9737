import type { CodeRequiredSession, Contact, Session, SignedInSession } from '../../contract/types.ts';
import { describeOpened, hasEnded } from '../../domain/session-life.ts';
import type { Caller } from '../caller.ts';
import { findCitizen, personOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { CitizenRow, SessionRow } from '../db/schema.ts';
import { contactOf } from '../news/news-wish.ts';
import { listRepresented } from '../representations.ts';
import { canChangePassword } from './own-password.ts';
import { findOpened, findWaiting, type WaitingRow } from './session-rows.ts';

const SIGNED_OUT = { status: 'signedOut' } as const;

export async function describeSession(context: Context, { cookie }: Caller): Promise<Session> {
  const opened = await findOpened(context.db, cookie);
  // A device is told to erase also while a sign-in waits for its code: whoever gave the palavra-chave may have found the device.
  if (opened?.stage === 'mustErase') return { status: 'mustErase', citizenId: opened.citizenId };
  const waiting = await findWaiting(context.db, cookie);
  if (waiting) {
    const contact = (await findCitizen(context.db, waiting.citizenId))?.contact;
    return contact ? describeWaiting(contact, waiting) : SIGNED_OUT;
  }
  if (!opened || hasEnded(opened, context.clocks.now())) return SIGNED_OUT;
  const citizen = await findCitizen(context.db, opened.citizenId);
  return citizen ? describeSignedIn(context, opened, citizen) : SIGNED_OUT;
}

export function describeWaiting(
  codeSentTo: Contact,
  { codeExpiresAt }: Pick<WaitingRow, 'codeExpiresAt'>,
): CodeRequiredSession {
  return { status: 'codeRequired', codeSentTo, codeExpiresAt: new Date(codeExpiresAt).toISOString() };
}

export async function describeSignedIn(
  context: Context,
  row: SessionRow,
  citizen: CitizenRow,
): Promise<SignedInSession> {
  const { db, seal } = context;
  const represented = await listRepresented(db, row.citizenId);
  return describeOpened(row, {
    citizen: personOf(seal, citizen),
    representations: represented.map((each) => personOf(seal, each)),
    contact: citizen.wantsNews ? contactOf(context, citizen) : null,
    canChangePassword: canChangePassword(context, row),
  });
}
