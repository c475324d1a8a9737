import { isId } from '../../contract/bodies/bodies.ts';
import { turnOf } from '../../domain/request-state.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { findDoneAct } from '../office/act.ts';
import { findNext } from '../office/office-list.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { findOnItsWay } from '../office/sending.ts';
import { listUnsent } from '../office/unsent.ts';
import type { Reach } from '../services/reach.ts';
import type { Done } from './done-banner.tsx';
import { doneWords, onItsWayWords, UNDONE_WORDS, WORK_DONE_WORDS } from './done-words.ts';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';
import { soughtBy } from './sought-by.ts';

/** Tells what became of the act that the address names, as the database has it. `here`: the request whose page it is; null: it is the list. */
export async function readDone(
  context: Context,
  clerk: Clerk,
  reach: Reach,
  query: URLSearchParams,
  place: ListPlace,
  here: OfficeRequest | null,
): Promise<Done | string | undefined> {
  const undone = query.get('desfeito') ?? '';
  if (here && isId(undone)) {
    const end = await findEnd(context.db, clerk, reach, here, undone);
    return end && { sentence: UNDONE_WORDS[end], undo: null, next: null, place, endsHere: false };
  }
  const key = query.get('feito') ?? '';
  if (!isId(key)) return ownValue(WORK_DONE_WORDS, key);
  const about = query.get('anterior') ?? here?.request.reference ?? '';
  const isOther = about !== here?.request.reference;
  const found = isOther ? await findByReference(context.db, reach, about) : here;
  if (!found) return undefined;
  const { citizenName, request } = found;
  const unsent = await findOnItsWay(context.db, found);
  const onItsWay = unsent?.key === key ? unsent : undefined;
  const act = onItsWay ?? (await findDoneAct(context.db, found, key));
  // It was stopped or taken back since.
  if (!act) return undefined;
  const { action } = act;
  const sendsAt = onItsWay?.sendsAt;
  const words = sendsAt
    ? onItsWayWords(request.kind, action, citizenName, sendsAt)
    : doneWords(request.kind, action, citizenName);
  const isMine = onItsWay?.userName === clerk.userName;
  const sought = soughtBy(context, clerk, reach, place);
  const next = isOther || action === 'review' ? null : await findNext(context.db, sought, request);
  return {
    sentence: isOther ? `${words} (${about})` : words,
    undo: isMine ? { path: `/balcao/pedidos/${about}`, key } : null,
    next: next && requestPath(next, place),
    place,
    endsHere: !isOther && (isMine || turnOf(request.state) !== 'office'),
  };
}

/** Returns what to tell a clerk who wanted to take an act back; undefined: something of theirs is on its way, or they have nothing half written. */
async function findEnd(
  db: Db,
  { userName }: Clerk,
  reach: Reach,
  found: OfficeRequest,
  key: string,
): Promise<keyof typeof UNDONE_WORDS | undefined> {
  const mine = (await listUnsent(db, found, { userName, reach })).filter(
    (each) => each.userName === userName,
  );
  if (await findDoneAct(db, found, key)) return 'tarde';
  // The clerk may have sent the words again in another form.
  if (mine.some(({ sendsAt }) => sendsAt !== null)) return undefined;
  return mine.length > 0 ? 'sim' : undefined;
}
