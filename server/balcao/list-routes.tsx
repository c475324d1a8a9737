/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { countViews, queryListPage } from '../office/office-list.ts';
import { listStopped } from '../office/unsent.ts';
import { type Reach, readerOfClerk } from '../services/reach.ts';
import { html } from './answers.tsx';
import { type ListPlace, readListPlace } from './list-address.ts';
import { ListPage, lastPage, type ReadList } from './list-page.tsx';
import { readDone } from './read-done.ts';
import { requireClerk } from './require-clerk.tsx';
import { daysOf, soughtBy } from './sought-by.ts';
import { nameTopic } from './topic-name.ts';

export function listRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/', async (call) => {
    const clerk = await requireClerk(context, call);
    const query = new URL(call.req.url).searchParams;
    const place = readListPlace(query);
    const { reach } = await readerOfClerk(context.db, clerk);
    const done = await readDone(context, clerk, reach, query, place, null);
    const list = await readList(context, clerk, reach, place);
    const stopped = await listStopped(context.db, clerk.userName, reach);
    return html(<ListPage {...list} {...{ stopped, done }} topics={context.topics} />);
  });
}

/** Reads a page of the list. Where the list has become shorter, its last page takes the place of the one that was asked for. */
export async function readList(
  context: Context,
  clerk: Clerk,
  reach: Reach,
  asked: ListPlace,
): Promise<ReadList> {
  const { db, topics } = context;
  const sought = soughtBy(context, clerk, reach, asked);
  const counts = await countViews(db, sought);
  const place = { ...asked, page: Math.min(asked.page, lastPage(counts[asked.view])) };
  const rows = await queryListPage(db, sought, place.page).execute();
  const listed = rows.map((row) => nameTopic(topics, row));
  return { clerk, place, counts, listed, days: daysOf(context) };
}
