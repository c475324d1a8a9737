/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findForReader, type OfficeRequest } from '../office/read-request.ts';
import { type Reader, readerOfClerk } from '../services/reach.ts';
import { html, NotFoundPage } from './answers.tsx';
import { nameTopic } from './topic-name.ts';

/** A request, with the clerk who reads it and the services that they may see. */
export interface ReadRequest extends OfficeRequest {
  reader: Reader;
}

/** Throws the «not found» page if there is no such request or another service has it. The page shows the words that were written about it. */
export async function requireRequest(
  context: Context,
  clerk: Clerk,
  reference: string,
  words = '',
): Promise<ReadRequest> {
  const reader = await readerOfClerk(context.db, clerk);
  const found = await findForReader(context, reader, reference);
  if (!found) throw html(<NotFoundPage clerk={clerk} words={words} />, 404);
  return { ...nameTopic(context.topics, found), reader };
}
