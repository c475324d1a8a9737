/** @jsxImportSource hono/jsx */
import type { Context as Call } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { html, NotFoundPage } from './answers.tsx';
import { requireClerk } from './require-clerk.ts';

/** Throws the «not found» page to a clerk who is no supervisor. */
export async function requireSupervisor(context: Context, call: Call<Env>): Promise<Clerk> {
  const clerk = await requireClerk(context, call);
  if (!clerk.isSupervisor) throw html(<NotFoundPage clerk={clerk} />, 404);
  return clerk;
}
