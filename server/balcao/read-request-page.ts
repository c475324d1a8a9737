import { maskNiss } from '../../domain/niss.ts';
import { citizenOf } from '../citizens.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { daysOf } from './days-of.ts';
import type { RequestPageProps, Subject } from './request-page.tsx';

/** All that stands in the page of a request as it is now. */
export async function readRequestPage(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
): Promise<RequestPageProps> {
  const { citizenId, request } = found;
  const { onBehalfOf, aboutRequestId } = request;
  const about = aboutRequestId ? await findOwnRequest(context.db, citizenId, aboutRequestId) : undefined;
  return {
    clerk,
    found,
    citizen: await describeSubject(context, citizenId),
    represented: onBehalfOf && (await describeSubject(context, onBehalfOf.id)),
    about: about?.request.reference ?? null,
    days: daysOf(context),
  };
}

async function describeSubject({ db, seal }: Context, id: string): Promise<Subject> {
  const { name, nissSealed } = await citizenOf(db, id);
  const niss = seal.open(nissSealed, id);
  return { name, niss, maskedNiss: maskNiss(niss) };
}
