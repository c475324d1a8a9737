/** @jsxImportSource hono/jsx */
import { formatDate } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { OfficeRow } from '../office/office-rows.ts';
import { type WaitingPlace, writePlace } from '../office/waiting.ts';
import { Field, Page, type Problem } from './page.tsx';
import { type Days, dueWords, KIND_WORDS, LOCALE, STATE_WORDS, topicWords } from './words.ts';

export interface ListPageProps {
  clerk: Clerk;
  waiting: readonly OfficeRow[];
  /** Where the list goes on. */
  next: WaitingPlace | null;
  isFirst: boolean;
  days: Days;
  /** The reference that was not found. */
  sought?: string;
  problems?: readonly Problem[];
}

export function ListPage(props: ListPageProps) {
  const { clerk, waiting, next, isFirst, days, sought = '', problems } = props;
  const overdue = waiting.filter(({ request }) => request.dueOn < days.today);
  const inTime = waiting.filter(({ request }) => request.dueOn >= days.today);
  return (
    <Page title="Pedidos à espera" clerk={clerk} at="/balcao" problems={problems ?? []}>
      <h1>Pedidos à espera</h1>
      <form method="get" action="/balcao/pedidos" class="seek">
        <Field
          id="referencia"
          label="Abrir um pedido pela referência"
          hint="Por exemplo, EC-2026-0000123"
          problems={problems}
        >
          {(field) => <input {...field} name="referencia" value={sought} required />}
        </Field>
        <button type="submit" class="secondary">
          Abrir
        </button>
      </form>
      {waiting.length === 0 && <p>Não há pedidos à espera.</p>}
      <Group heading="Fora do prazo" isOverdue waiting={overdue} days={days} />
      <Group heading="Dentro do prazo" waiting={inTime} days={days} />
      {(next || !isFirst) && (
        <nav aria-label="Páginas" class="pages">
          {!isFirst && <a href="/balcao">Voltar ao início da lista</a>}
          {next && <a href={`/balcao?depois=${writePlace(next)}`}>Mostrar os seguintes</a>}
        </nav>
      )}
    </Page>
  );
}

interface GroupProps {
  heading: string;
  isOverdue?: boolean;
  waiting: readonly OfficeRow[];
  days: Days;
}

function Group({ heading, isOverdue = false, waiting, days }: GroupProps) {
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="rows">
        {waiting.map(({ citizenName, request }) => (
          <li key={request.reference} class="block">
            <h3>
              <a href={`/balcao/pedidos/${request.reference}`}>{request.reference}</a>
            </h3>
            <p class={isOverdue ? 'due overdue' : 'due'}>{dueWords(request.dueOn, days)}</p>
            <p>{`${KIND_WORDS[request.kind]} · ${topicWords(request)}`}</p>
            <p class="hint">
              {`${citizenName} · ${STATE_WORDS[request.state]} · Recebido a ${formatDate(request.receivedAt, LOCALE)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
