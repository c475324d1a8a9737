import { maskNiss } from '../../domain/niss.ts';
import { citizenOf } from '../citizens.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { listAssignable } from '../office/assignment.ts';
import { listNotes } from '../office/notes.ts';
import { listOpenPages, openPage } from '../office/open-pages.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { fittingFirst, listReplies } from '../saved-replies/saved-replies.ts';
import { listServices } from '../services/services.ts';
import { daysOf } from './days-of.ts';
import type { NissOf, RequestPageProps, Subject } from './request-page.tsx';

/**
 * All that stands in the page of a request as it is now. That a clerk sees it is in the record before, and colleagues are told of it unless what the
 * page was for is done.
 */
export async function readRequestPage(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
  { shown = null, isDone = false }: { shown?: NissOf | null; isDone?: boolean } = {},
): Promise<RequestPageProps> {
  const { db } = context;
  const { citizenId, request, assignment } = found;
  const named = { citizenId, id: request.id };
  const { onBehalfOf, aboutRequestId, reference } = request;
  const entry = { who: `clerk ${clerk.userName}`, reference };
  await record(
    context,
    context.db,
    shown ? { ...entry, what: 'nissShown', about: shown } : { ...entry, what: 'requestOpened' },
  );
  if (!isDone) await openPage(context, named, clerk.userName);
  const about = aboutRequestId ? await findOwnRequest(context.db, citizenId, aboutRequestId) : undefined;
  return {
    clerk,
    found,
    citizen: await describeSubject(context, citizenId, shown === 'requester'),
    represented: onBehalfOf && (await describeSubject(context, onBehalfOf.id, shown === 'represented')),
    about: about?.request.reference ?? null,
    days: daysOf(context),
    whose: {
      others: await listOpenPages(context, named, clerk.userName),
      assignable: await listAssignable(db, assignment.service),
    },
    notes: await listNotes(db, named),
    choice: { replies: fittingFirst(await listReplies(db, clerk.userName), request), sought: '' },
    services: (await listServices(db)).filter(({ id }) => id !== assignment.service?.id),
  };
}

async function describeSubject({ db, seal }: Context, id: string, isShown: boolean): Promise<Subject> {
  const { name, nissSealed } = await citizenOf(db, id);
  const niss = seal.open(nissSealed, id);
  return { name, niss: isShown ? niss : null, maskedNiss: maskNiss(niss) };
}
