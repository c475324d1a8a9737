/** @jsxImportSource hono/jsx */
import { formatDate } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { OfficeRow } from '../office/office-rows.ts';
import { type WaitingPlace, writePlace } from '../office/waiting.ts';
import { Page } from './page.tsx';
import { SearchBox } from './search-page.tsx';
import { type Days, dueWords, KIND_WORDS, LOCALE, STATE_WORDS, topicWords } from './words.ts';

export interface ListPageProps {
  clerk: Clerk;
  waiting: readonly OfficeRow[];
  /** Where the list goes on. */
  next: WaitingPlace | null;
  isFirst: boolean;
  days: Days;
}

export function ListPage(props: ListPageProps) {
  const { clerk, waiting, next, isFirst, days } = props;
  const overdue = waiting.filter(({ request }) => request.dueOn < days.today);
  const inTime = waiting.filter(({ request }) => request.dueOn >= days.today);
  return (
    <Page title="Pedidos à espera" clerk={clerk} at="/balcao">
      <h1>Pedidos à espera</h1>
      <SearchBox />
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
