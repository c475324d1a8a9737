import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findNext } from '../office/office-list.ts';
import { closePage } from '../office/open-pages.ts';
import { findByReference } from '../office/read-request.ts';
import { goTo } from './answers.tsx';
import { listPath } from './list-address.ts';
import { requestPath } from './paths.ts';
import type { PostedAct } from './posted-act.ts';
import type { ReadRequest } from './require-request.tsx';
import { soughtBy } from './sought-by.ts';

/** Leads to the next request of the view if the clerk asked for it, else back to this one if they may still read it. The address names the act. */
export async function goOn(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  posted: PostedAct,
): Promise<Response> {
  const { key, place, goesOn } = posted;
  const { request, reader } = found;
  const { reference } = request;
  await closePage(context.db, found, clerk.userName);
  if (!goesOn) {
    const isStillTheirs = await findByReference(context.db, reader.reach, reference);
    return goTo(isStillTheirs ? requestPath(reference, place, { feito: key }) : '/balcao/encaminhado');
  }
  const next = await findNext(context.db, soughtBy(context, clerk, reader.reach, place), request);
  const done = { feito: key, anterior: reference };
  return goTo(next === null ? listPath(place, done) : requestPath(next, place, done));
}
