import { maskNiss } from '../../domain/niss.ts';
import { citizenOf } from '../citizens.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { daysOf } from './days-of.ts';
import type { NissOf, RequestPageProps, Subject } from './request-page.tsx';

/** All that stands in the page of a request as it is now. That a clerk sees it is in the record before. */
export async function readRequestPage(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
  shown: NissOf | null = null,
): Promise<RequestPageProps> {
  const { citizenId, request } = found;
  const { onBehalfOf, aboutRequestId, reference } = request;
  const entry = { who: `clerk ${clerk.userName}`, reference };
  await record(
    context,
    context.db,
    shown ? { ...entry, what: 'nissShown', about: shown } : { ...entry, what: 'requestOpened' },
  );
  const about = aboutRequestId ? await findOwnRequest(context.db, citizenId, aboutRequestId) : undefined;
  return {
    clerk,
    found,
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
