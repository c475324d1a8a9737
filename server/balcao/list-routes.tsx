/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { countViews, readListPage } from '../office/office-list.ts';
import { listStopped } from '../office/unsent.ts';
import { type Reach, readerOfClerk } from '../services/reach.ts';
import { html } from './answers.tsx';
import { daysOf } from './days-of.ts';
import { type ListPlace, readListPlace } from './list-address.ts';
import { ListPage, type ListPageProps, lastPage } from './list-page.tsx';
import { readDone } from './read-done.ts';
import { requireClerk } from './require-clerk.ts';
import { soughtBy } from './sought-by.ts';
import { nameTopic } from './topic-name.ts';

export function listRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/', async (call) => {
    const clerk = await requireClerk(context, call);
    const query = new URL(call.req.url).searchParams;
    const place = readListPlace(query);
    const { reach } = await readerOfClerk(context.db, clerk);
    const done = await readDone(context, clerk, reach, query, place, null);
    return html(<ListPage {...(await readList(context, clerk, reach, place))} done={done} />);
  });
}

/** Reads a page of the list. Where the list has become shorter, its last page takes the place of the one that was asked for. */
async function readList(
  context: Context,
  clerk: Clerk,
  reach: Reach,
  asked: ListPlace,
): Promise<ListPageProps> {
  const { db, topics } = context;
  const days = daysOf(context);
  const sought = soughtBy(context, clerk, reach, asked);
  const counts = await countViews(db, sought);
  const place = { ...asked, page: Math.min(asked.page, lastPage(counts[asked.view])) };
  const rows = await readListPage(db, sought, place.page);
  const listed = rows.map((row) => nameTopic(topics, row));
  const stopped = await listStopped(db, clerk.userName, reach);
  return { clerk, place, counts, listed, stopped, topics, days };
}
