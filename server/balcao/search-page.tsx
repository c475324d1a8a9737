/** @jsxImportSource hono/jsx */
import { firstWords } from '../../shared/first-words.ts';
import { formatDate } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { OfficeRow } from '../office/office-rows.ts';
import { Field, Page } from './page.tsx';
import { PageNumbers } from './page-numbers.tsx';
import { KIND_WORDS, LOCALE, STATE_WORDS, topicWords } from './words.ts';

const SHOWN_GRAPHEMES = 160;

/** One box for whatever a clerk knows of a request. The form is posted, so that what they type stands in no address. */
export function SearchBox({ sought = '' }: { sought?: string }) {
  return (
    <form method="post" action="/balcao/procurar" class="seek">
      <Field id="procurar" label="Procurar pedidos" hint="Referência, NISS, nome ou palavras do pedido">
        {(field) => (
          <input {...field} type="search" name="procurar" value={sought} autocomplete="off" required />
        )}
      </Field>
      <button type="submit" class="secondary">
        Procurar
      </button>
    </form>
  );
}

interface SearchPageProps {
  clerk: Clerk;
  path: string;
  sought: string;
  /** How many requests were found. */
  count: number;
  isCutOff: boolean;
  rows: readonly OfficeRow[];
  page: number;
  pages: number;
}

export function SearchPage({ clerk, path, sought, count, isCutOff, rows, page, pages }: SearchPageProps) {
  return (
    <Page title="Procurar pedidos" clerk={clerk}>
      <h1>Procurar pedidos</h1>
      <SearchBox sought={sought} />
      <p role="status">
        {countWords(count)}
        {isCutOff && ' São os mais recentes: escreva mais palavras para encontrar outros.'}
      </p>
      <ul class="rows">
        {rows.map(({ citizenName, request, assigneeName }) => (
          <li key={request.reference} class="block">
            <h2>
              <a href={`/balcao/pedidos/${request.reference}`}>{request.reference}</a>
            </h2>
            <p>{[citizenName, KIND_WORDS[request.kind], topicWords(request)].join(' · ')}</p>
            <p>{firstWords(request.description, SHOWN_GRAPHEMES)}</p>
            <p class="hint">
              {[
                STATE_WORDS[request.state],
                `Recebido a ${formatDate(request.receivedAt, LOCALE)}`,
                assigneeName === null ? '' : `Com ${assigneeName}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <PageNumbers page={page} last={pages} pathOf={(number) => `${path}?pagina=${number}`} />
    </Page>
  );
}

/** Shown where the results of a search are gone, since they are kept only for a while. */
export function SearchGonePage({ clerk }: { clerk: Clerk }) {
  return (
    <Page title="Procurar pedidos" clerk={clerk}>
      <h1>Procurar pedidos</h1>
      <p>O que tinha encontrado já não está guardado. Procure de novo.</p>
      <SearchBox />
    </Page>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'Não encontrámos nenhum pedido.';
  return count === 1 ? 'Encontrámos 1 pedido.' : `Encontrámos ${count} pedidos.`;
}
