/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { findByReference, isReference } from '../office/read-request.ts';
import { listWaiting, type WaitingPlace } from '../office/waiting.ts';
import { goTo, html } from './answers.tsx';
import { daysOf } from './days-of.ts';
import { ListPage, type ListPageProps } from './list-page.tsx';
import { requireClerk } from './require-clerk.ts';

const ROWS = 50;

export function listRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/', async (call) => {
    const clerk = await requireClerk(context, call);
    return html(<ListPage {...(await readList(context, clerk, readPlace(call.req.query('depois'))))} />);
  });

  routes.get('/pedidos', async (call) => {
    const clerk = await requireClerk(context, call);
    const sought = (call.req.query('referencia') ?? '').trim().toUpperCase();
    if (await findByReference(context.db, sought)) return goTo(`/balcao/pedidos/${sought}`);
    const sentence = 'Não há nenhum pedido com esta referência';
    const problems = [{ fieldId: 'referencia', sentence }];
    const list = await readList(context, clerk, null);
    return html(<ListPage {...list} sought={sought} problems={problems} />, 404);
  });
}

async function readList(context: Context, clerk: Clerk, after: WaitingPlace | null): Promise<ListPageProps> {
  const waiting = await listWaiting(context.db, { after, limit: ROWS + 1 });
  const shown = waiting.slice(0, ROWS);
  const last = shown.at(-1)?.request;
  const next = last && waiting.length > ROWS ? last : null;
  return { clerk, waiting: shown, next, isFirst: after === null, days: daysOf(context) };
}

/** What is no place is the beginning. */
function readPlace(text = ''): WaitingPlace | null {
  const [dueOn = '', reference = ''] = text.split('.');
  return /^\d{4}-\d{2}-\d{2}$/.test(dueOn) && isReference(reference) ? { dueOn, reference } : null;
}
