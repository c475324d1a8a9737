import { ownValue } from '../../shared/own-value.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findNext } from '../office/office-list.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { listUnsent } from '../office/unsent.ts';
import type { Reach } from '../services/reach.ts';
import type { Done } from './done-banner.tsx';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';
import { isAction } from './posted-act.ts';
import { soughtBy } from './sought-by.ts';
import { doneWords, UNDONE_WORDS, WORK_DONE_WORDS } from './words.ts';

/** Tells what was done, as the address says and as far as the database agrees. `here`: the request whose page it is; null: it is the list. */
export async function readDone(
  context: Context,
  clerk: Clerk,
  reach: Reach,
  query: URLSearchParams,
  place: ListPlace,
  here: OfficeRequest | null,
): Promise<Done | string | undefined> {
  const undone = query.get('desfeito');
  if (undone === 'sim' || undone === 'tarde')
    return { sentence: UNDONE_WORDS[undone], undo: null, next: null, place };
  const action = query.get('feito') ?? '';
  if (!isAction(action)) return ownValue(WORK_DONE_WORDS, action);
  const about = query.get('anterior') ?? here?.request.reference ?? '';
  const isOther = about !== here?.request.reference;
  const found = isOther ? await findByReference(context.db, reach, about) : here;
  if (!found) return undefined;
  const { citizenName, request } = found;
  const unsent = (await listUnsent(context.db, found)).find(
    (each) => each.userName === clerk.userName && each.action === action,
  );
  // The act was stopped or taken back since, and its words are a draft again.
  if (unsent && unsent.sendsAt === null) return undefined;
  const words = doneWords(request.kind, action, citizenName);
  const sought = soughtBy(context, clerk, reach, place);
  const next = isOther || action === 'review' ? null : await findNext(context.db, sought, request);
  return {
    sentence: isOther ? `${words} (${about})` : words,
    undo: unsent ? { path: `/balcao/pedidos/${about}`, key: unsent.key ?? '' } : null,
    next: next && requestPath(next, place),
    place,
  };
}
