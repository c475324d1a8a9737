/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { countViews, readListPage } from '../office/office-list.ts';
import { findByReference } from '../office/read-request.ts';
import { listStopped } from '../office/unsent.ts';
import { goTo, html } from './answers.tsx';
import { daysOf } from './days-of.ts';
import { type ListPlace, readListPlace } from './list-address.ts';
import { ListPage, type ListPageProps, lastPage } from './list-page.tsx';
import { readDone } from './read-done.ts';
import { requireClerk } from './require-clerk.ts';

export function listRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/', async (call) => {
    const clerk = await requireClerk(context, call);
    const query = new URL(call.req.url).searchParams;
    const place = readListPlace(query);
    const done = await readDone(context, clerk, query, place, null);
    return html(<ListPage {...(await readList(context, clerk, place))} done={done} />);
  });

  routes.get('/pedidos', async (call) => {
    const clerk = await requireClerk(context, call);
    const sought = (call.req.query('referencia') ?? '').trim().toUpperCase();
    if (await findByReference(context.db, sought)) return goTo(`/balcao/pedidos/${sought}`);
    const sentence = 'Não há nenhum pedido com esta referência';
    const problems = [{ fieldId: 'referencia', sentence }];
    const list = await readList(context, clerk, readListPlace(new URLSearchParams()));
    return html(<ListPage {...list} sought={sought} problems={problems} />, 404);
  });
}

/** Beyond its end it is its last page: what stood there has been answered meanwhile. */
async function readList(context: Context, clerk: Clerk, asked: ListPlace): Promise<ListPageProps> {
  const { db, clocks, topics } = context;
  const days = daysOf(context);
  const now = { today: days.today, now: clocks.now() };
  const counts = await countViews(db, { ...now, filter: asked.filter });
  const place = { ...asked, page: Math.min(asked.page, lastPage(counts[asked.view])) };
  const listed = await readListPage(db, { ...now, ...place }, place.page);
  const stopped = await listStopped(db, clerk.userName);
  return { clerk, place, counts, listed, stopped, topics, days };
}
