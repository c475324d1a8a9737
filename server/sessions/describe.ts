import type { CodeRequiredSession, Session, SignedInSession } from '../../contract/types.ts';
import { describeOpened } from '../../domain/described-session.ts';
import { hasEnded } from '../../domain/session-life.ts';
import type { Caller } from '../caller.ts';
import { citizenOf, personOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { contactOf } from '../news/news-wish.ts';
import { listRepresented } from '../representations.ts';
import { findOpened, findWaiting, type WaitingRow } from './session-rows.ts';

export async function describeSession(context: Context, { cookie }: Caller): Promise<Session> {
  const waiting = await findWaiting(context.db, cookie);
  if (waiting) return describeWaiting(context, waiting);
  const opened = await findOpened(context.db, cookie);
  if (!opened || hasEnded(opened, context.clocks.now())) return { status: 'signedOut' };
  if (opened.stage === 'mustErase') return { status: 'mustErase', citizenId: opened.citizenId };
  return describeSignedIn(context, opened);
}

export async function describeWaiting(
  { db }: Context,
  { citizenId, codeExpiresAt }: Pick<WaitingRow, 'citizenId' | 'codeExpiresAt'>,
): Promise<CodeRequiredSession> {
  const { contact } = await citizenOf(db, citizenId);
  if (!contact) throw new Error('A code was sent to somebody who has no contact');
  return {
    status: 'codeRequired',
    codeSentTo: contact,
    codeExpiresAt: new Date(codeExpiresAt).toISOString(),
  };
}

export async function describeSignedIn(context: Context, row: SessionRow): Promise<SignedInSession> {
  const { db, seal } = context;
  const citizen = await citizenOf(db, row.citizenId);
  const represented = await listRepresented(db, row.citizenId);
  return describeOpened(row, {
    citizen: personOf(seal, citizen),
    representations: represented.map((each) => personOf(seal, each)),
    contact: citizen.wantsNews ? contactOf(context, citizen) : null,
  });
}
