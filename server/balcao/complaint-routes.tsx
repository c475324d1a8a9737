/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { countViews, readListPage } from '../office/office-list.ts';
import { readerOfClerk } from '../services/reach.ts';
import { html } from './answers.tsx';
import { ComplaintsPage } from './complaints-page.tsx';
import { daysOf } from './days-of.ts';
import { FIRST_PLACE, type ListPlace, readListPlace } from './list-address.ts';
import { lastPage } from './list-page.tsx';
import { requireClerk } from './require-clerk.ts';
import { soughtBy } from './sought-by.ts';
import { nameTopic } from './topic-name.ts';

const OF_COMPLAINTS: ListPlace = { ...FIRST_PLACE, filter: { ...FIRST_PLACE.filter, kind: 'complaint' } };

export function complaintRoutes(routes: Hono<Env>, context: Context): void {
  const { db, limits, topics } = context;
  routes.get('/reclamacoes', async (call) => {
    const clerk = await requireClerk(context, call);
    const { page: asked } = readListPlace(new URL(call.req.url).searchParams);
    const { reach } = await readerOfClerk(db, clerk);
    const sought = soughtBy(context, clerk, reach, OF_COMPLAINTS);
    const counts = await countViews(db, sought);
    const place = { ...OF_COMPLAINTS, page: Math.min(asked, lastPage(counts.toDo)) };
    const rows = await readListPage(db, sought, place.page);
    const listed = rows.map((row) => nameTopic(topics, row));
    return html(<ComplaintsPage {...{ clerk, place, counts, listed, limits }} days={daysOf(context)} />);
  });
}
