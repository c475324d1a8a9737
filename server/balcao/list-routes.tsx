/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findForReader } from '../office/read-request.ts';
import { readPlace, readWaitingPage, type WaitingPlace } from '../office/waiting.ts';
import { readerOfClerk } from '../services/reach.ts';
import { goTo, html } from './answers.tsx';
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

  routes.get('/pedidos', async (call) => {
    const clerk = await requireClerk(context, call);
    const sought = (call.req.query('referencia') ?? '').trim().toUpperCase();
    const reader = await readerOfClerk(context.db, clerk);
    if (await findForReader(context, reader, sought)) return goTo(`/balcao/pedidos/${sought}`);
    const sentence = 'Não há nenhum pedido com esta referência';
    const problems = [{ fieldId: 'referencia', sentence }];
    const list = await readList(context, clerk, null);
    return html(<ListPage {...list} sought={sought} problems={problems} />, 404);
  });
}

async function readList(context: Context, clerk: Clerk, after: WaitingPlace | null): Promise<ListPageProps> {
  const { reach } = await readerOfClerk(context.db, clerk);
  const page = await readWaitingPage(context.db, { reach, after, limit: ROWS });
  return { ...page, clerk, isFirst: after === null, days: daysOf(context) };
}
