/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { html, NotFoundPage } from './answers.tsx';

/** Throws the page that says that there is none. */
export async function requireFound({ db }: Context, clerk: Clerk, reference: string): Promise<OfficeRequest> {
  const found = await findByReference(db, reference);
  if (!found) throw html(<NotFoundPage clerk={clerk} />, 404);
  return found;
}
