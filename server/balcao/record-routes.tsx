/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { isReference } from '../office/read-request.ts';
import { type RecordQuery, readRecord, record } from '../office/record.ts';
import { isPlainName } from '../plain-name.ts';
import { html } from './answers.tsx';
import { RecordPage } from './record-page.tsx';
import { requireSupervisor } from './require-supervisor.tsx';

const ROWS = 50;

export function recordRoutes(routes: Hono<Env>, context: Context): void {
  const { db } = context;
  routes.get('/registo', async (call) => {
    const clerk = await requireSupervisor(context, call);
    const who = (call.req.query('quem') ?? '').trim().toLowerCase();
    const reference = (call.req.query('referencia') ?? '').trim().toUpperCase();
    await record(context, db, { who: `clerk ${clerk.userName}`, what: 'recordOpened' });
    const query = readQuery(who, reference, call.req.query('antes') ?? '');
    const found = query ? await readRecord(db, query, ROWS + 1) : [];
    const entries = found.slice(0, ROWS);
    const last = found.length > ROWS ? entries.at(-1) : undefined;
    return html(<RecordPage {...{ clerk, who, reference, entries }} next={last?.id ?? null} />);
  });
}

/** Null: no entry can match what was typed. */
function readQuery(who: string, reference: string, before: string): RecordQuery | null {
  if ((who && !isPlainName(who)) || (reference && !isReference(reference))) return null;
  return {
    ...(who && { by: who }),
    ...(reference && { reference }),
    ...(/^[0-9]{1,15}$/.test(before) && { before: Number(before) }),
  };
}
