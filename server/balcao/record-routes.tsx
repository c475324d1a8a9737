/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { Recorded } from '../db/office-tables.ts';
import { isReference } from '../office/read-request.ts';
import { type KeptEntry, type RecordQuery, readRecord, record } from '../office/record.ts';
import { isPlainName } from '../plain-name.ts';
import { html } from './answers.tsx';
import { Field, Page, Submit } from './page.tsx';
import { requireSupervisor } from './require-clerk.tsx';
import { momentWords, whoWords } from './words.ts';

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

interface RecordPageProps {
  clerk: Clerk;
  /** What is sought; empty: everything. */
  who: string;
  reference: string;
  entries: readonly KeptEntry[];
  /** The id of the entry before which the next page begins; null: this page is the last one. */
  next: number | null;
}

const RECORDED_WORDS: Record<Recorded, string> = {
  signedIn: 'Iniciou sessão',
  wrongPassword: 'Palavra-chave errada',
  wrongCode: 'Código errado',
  requestOpened: 'Abriu o pedido',
  requestRefused: 'Não pôde abrir o pedido, que é de outro serviço',
  requestAssigned: 'Mudou com quem está o pedido',
  fileOpened: 'Abriu um ficheiro',
  searched: 'Procurou pedidos',
  nissShown: 'Viu o NISS',
  recordOpened: 'Consultou o registo',
};

function RecordPage({ clerk, who, reference, entries, next }: RecordPageProps) {
  return (
    <Page title="Registo" clerk={clerk} at="/balcao/registo">
      <h1>Registo</h1>
      <p>Quem iniciou sessão, quem foi recusado e quem viu o quê. As suas consultas também ficam aqui.</p>
      <form method="get" action="/balcao/registo" class="block">
        <Field id="quem" label="Nome de utilizador, ou do programa">
          {(field) => <input {...field} name="quem" value={who} />}
        </Field>
        <Field id="referencia" label="Referência" hint="Por exemplo, EC-2026-0000123">
          {(field) => <input {...field} name="referencia" value={reference} />}
        </Field>
        <Submit>Procurar</Submit>
      </form>
      {entries.length === 0 ? <p>O registo não tem nada com isto.</p> : <Entries entries={entries} />}
      {next !== null && (
        <nav aria-label="Páginas" class="pages">
          <a
            href={`/balcao/registo?${new URLSearchParams({ quem: who, referencia: reference, antes: String(next) })}`}
          >
            Mostrar os anteriores
          </a>
        </nav>
      )}
    </Page>
  );
}

function Entries({ entries }: Pick<RecordPageProps, 'entries'>) {
  return (
    <ol class="history">
      {entries.map(({ id, at, who, what, reference }) => (
        <li key={id}>
          {`${momentWords(at)}: ${RECORDED_WORDS[what]} (${whoWords(who)})`}
          {reference !== null && ' '}
          {reference !== null && <a href={`/balcao/pedidos/${reference}`}>{reference}</a>}
        </li>
      ))}
    </ol>
  );
}
