/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findForReader, type OfficeRequest } from '../office/read-request.ts';
import { type Reader, readerOfClerk } from '../services/reach.ts';
import { html, NotFoundPage } from './answers.tsx';

/** With whoever reads it, and what else they may see. */
export interface ReadRequest extends OfficeRequest {
  reader: Reader;
}

/** Throws the page that says that there is none, also where it is another service's, with the words that were written about it. */
export async function requireRequest(
  context: Context,
  clerk: Clerk,
  reference: string,
  words = '',
): Promise<ReadRequest> {
  const reader = await readerOfClerk(context.db, clerk);
  const found = await findForReader(context, reader, reference);
  if (!found) throw html(<NotFoundPage clerk={clerk} words={words} />, 404);
  return { ...found, reader };
}
