/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { countComplaints } from '../office/complaints.ts';
import { readPlace, readWaitingPage } from '../office/waiting.ts';
import { readerOfClerk } from '../services/reach.ts';
import { html } from './answers.tsx';
import { ComplaintsPage } from './complaints-page.tsx';
import { daysOf } from './days-of.ts';
import { requireClerk } from './require-clerk.ts';

const ROWS = 50;

export function complaintRoutes(routes: Hono<Env>, context: Context): void {
  const { db, limits } = context;
  routes.get('/reclamacoes', async (call) => {
    const clerk = await requireClerk(context, call);
    const days = daysOf(context);
    const after = readPlace(call.req.query('depois') ?? '');
    const { reach } = await readerOfClerk(db, clerk);
    const page = await readWaitingPage(db, { reach, after, limit: ROWS, ofComplaints: true });
    const counts = await countComplaints(db, reach, days.today);
    return html(<ComplaintsPage {...{ ...page, clerk, counts, days, limits }} isFirst={after === null} />);
  });
}
