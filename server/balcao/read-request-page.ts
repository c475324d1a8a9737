import type { CitizenRequest, OnBehalfOf } from '../../contract/types.ts';
import { maskNiss } from '../../domain/niss.ts';
import { movesFrom } from '../../domain/office-moves.ts';
import { findCitizen } from '../citizens.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { listAssignable } from '../office/assignment.ts';
import { listNotes } from '../office/notes.ts';
import { listOpenPages, openPage } from '../office/open-pages.ts';
import { listOtherRequests, topicOf } from '../office/other-requests.ts';
import { findWithin } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { isEmpty, listUnsent, noteTold, type UnsentOf } from '../office/unsent.ts';
import { beginAnswer } from '../saved-replies/begin-answer.ts';
import { findFitting, findReplies, fittingFirst, listReplies } from '../saved-replies/saved-replies.ts';
import { listServices } from '../services/services.ts';
import type { NissOf, Subject } from './facts.tsx';
import type { ListPlace } from './list-address.ts';
import type { RequestPageProps } from './request-page.tsx';
import type { ReadRequest } from './require-clerk.tsx';
import { daysOf } from './sought-by.ts';
import { nameTopic } from './topic-name.ts';

/** What a clerk asks the page of a request to show. */
interface Asked {
  /** The place in the list from which the clerk came. */
  place: ListPlace;
  /** The person whose NISS is shown; null: nobody's is. */
  niss?: NissOf | null;
  /** Whether the words of the citizen's other requests are shown. */
  others?: boolean;
  /** The words by which saved replies are sought. */
  sought?: string;
  /** Whether the clerk has just done the act for which they opened the page. */
  isDone?: boolean;
}

/**
 * Reads all that the page of a request shows. First it records that the clerk sees the request. It also tells colleagues that the clerk has the page
 * open, unless the act is done.
 */
export async function readRequestPage(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  { place, niss = null, others: areShown = false, sought = '', isDone = false }: Asked,
): Promise<RequestPageProps> {
  const { db } = context;
  const { citizenId, id, request, assignment } = found;
  const { onBehalfOf, aboutRequestId, reference } = request;
  const { who, reach } = found.reader;
  const entry = { who, reference };
  await record(
    context,
    db,
    niss ? { ...entry, what: 'nissShown', about: niss } : { ...entry, what: 'requestOpened' },
  );
  if (!isDone) await openPage(context, found, clerk.userName);
  const others = await listOtherRequests(db, { citizenId, id, topic: topicOf(request), reach });
  for (const other of areShown ? others : [])
    await record(context, db, { who, what: 'requestOpened', reference: other.request.reference });
  const about = aboutRequestId && (await findWithin(db, { citizenId, id: aboutRequestId }, reach));
  const replies = fittingFirst(await listReplies(db, clerk.userName), request);
  const unsent = await listUnsent(db, found, { userName: clerk.userName, reach });
  for (const each of toldOnPage(clerk, request, unsent)) await noteTold(db, found, each);
  const isBegun = unsent.some(({ userName, action }) => userName !== clerk.userName && action === 'answer');
  return {
    clerk,
    found,
    place,
    others: { others: others.map((other) => nameTopic(context.topics, other)), areShown },
    unsent,
    citizen: await describeSubject(context, { id: citizenId, name: found.citizenName }, niss === 'requester'),
    represented: onBehalfOf && (await describeSubject(context, onBehalfOf, niss === 'represented')),
    about: about ? about.reference : null,
    days: daysOf(context),
    whose: {
      others: await listOpenPages(context, found, clerk.userName),
      assignable: (await listAssignable(db, assignment.service)).filter(
        ({ userName }) => ![assignment.assignee?.userName, clerk.userName].includes(userName),
      ),
    },
    notes: await listNotes(db, found),
    shownAtMs: context.clocks.now(),
    choice: {
      beginning: isBegun ? null : beginAnswer(replies, found),
      fitting: findFitting(replies, request),
      replies: findReplies(replies, sought),
      sought,
    },
    services: (await listServices(db)).filter((each) => each.id !== assignment.service?.id),
  };
}

/** Returns the clerk's stopped acts that have no form any more, or nothing left to send, of which the page tells why. None while an act is on its way. */
function toldOnPage(
  clerk: Clerk,
  { state }: CitizenRequest,
  unsent: readonly UnsentOf[],
): readonly UnsentOf[] {
  if (unsent.some(({ sendsAt }) => sendsAt !== null)) return [];
  return unsent.filter(
    (each) =>
      each.userName === clerk.userName &&
      each.stopped !== null &&
      (isEmpty(each) || !movesFrom(state).includes(each.action)),
  );
}

async function describeSubject(
  { db, seal }: Context,
  { id, name }: OnBehalfOf,
  isShown: boolean,
): Promise<Subject> {
  const row = await findCitizen(db, id);
  if (!row) return { name, niss: null, maskedNiss: null };
  const niss = seal.open(row.nissSealed, id);
  return { name: row.name, niss: isShown ? niss : null, maskedNiss: maskNiss(niss) };
}
