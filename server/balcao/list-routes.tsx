/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { readPlace, readWaitingPage, type WaitingPlace } from '../office/waiting.ts';
import { readerOfClerk } from '../services/reach.ts';
import { html } from './answers.tsx';
import { daysOf } from './days-of.ts';
import { ListPage, type ListPageProps } from './list-page.tsx';
import { requireClerk } from './require-clerk.ts';

const ROWS = 50;

export function listRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/', async (call) => {
    const clerk = await requireClerk(context, call);
    // What is no place is the beginning.
    const after = readPlace(call.req.query('depois') ?? '');
    return html(<ListPage {...(await readList(context, clerk, after))} />);
  });
}

async function readList(context: Context, clerk: Clerk, after: WaitingPlace | null): Promise<ListPageProps> {
  const { reach } = await readerOfClerk(context.db, clerk);
  const page = await readWaitingPage(context.db, { reach, after, limit: ROWS });
  return { ...page, clerk, isFirst: after === null, days: daysOf(context) };
}
