import { maskNiss } from '../../domain/niss.ts';
import { citizenOf } from '../citizens.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { listOtherRequests, topicOf } from '../office/other-requests.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { listUnsent } from '../office/unsent.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { daysOf } from './days-of.ts';
import type { NissOf, Subject } from './facts.tsx';
import type { ListPlace } from './list-address.ts';
import type { RequestPageProps } from './request-page.tsx';

/** So many others of the same citizen are shown beside a request. */
const OTHERS = 5;

/** What stands in the page for whoever asks for it. */
interface Asked {
  niss?: NissOf | null;
  others?: boolean;
}

/** All that stands in the page of a request as it is now. That a clerk sees it is in the record before. */
export async function readRequestPage(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
  place: ListPlace,
  { niss: shown = null, others: areShown = false }: Asked = {},
): Promise<RequestPageProps> {
  const { citizenId, request } = found;
  const { onBehalfOf, aboutRequestId, reference } = request;
  const entry = { who: `clerk ${clerk.userName}`, reference };
  await record(
    context,
    context.db,
    shown ? { ...entry, what: 'nissShown', about: shown } : { ...entry, what: 'requestOpened' },
  );
  const topic = topicOf(request);
  const others = await listOtherRequests(context.db, { citizenId, id: request.id, topic }, OTHERS);
  if (areShown)
    for (const other of others)
      await record(context, context.db, {
        ...entry,
        what: 'requestOpened',
        reference: other.request.reference,
      });
  const about = aboutRequestId ? await findOwnRequest(context.db, citizenId, aboutRequestId) : undefined;
  return {
    clerk,
    found,
    place,
    others: { others, areShown },
    unsent: await listUnsent(context.db, { citizenId, id: request.id }),
    citizen: await describeSubject(context, citizenId, shown === 'requester'),
    represented: onBehalfOf && (await describeSubject(context, onBehalfOf.id, shown === 'represented')),
    about: about?.request.reference ?? null,
    days: daysOf(context),
  };
}

async function describeSubject({ db, seal }: Context, id: string, isShown: boolean): Promise<Subject> {
  const { name, nissSealed } = await citizenOf(db, id);
  const niss = seal.open(nissSealed, id);
  return { name, niss: isShown ? niss : null, maskedNiss: maskNiss(niss) };
}
