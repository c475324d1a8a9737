/** @jsxImportSource hono/jsx */
import type { Topics } from '../../contract/types.ts';
import type { Calendar } from '../../domain/working-days.ts';
import type { Clerk } from '../clerks/clerks.ts';
import {
  COUNTED_MAX,
  type ListedRequest,
  OFFICE_VIEWS,
  type OfficeView,
  ROWS_A_PAGE,
} from '../office/office-list.ts';
import type { Unsent } from '../office/unsent.ts';
import type { Done } from './done-banner.tsx';
import { type ListPlace, listPath } from './list-address.ts';
import { ListFilters } from './list-filters.tsx';
import { Page } from './page.tsx';
import { PageNumbers } from './page-numbers.tsx';
import { requestPath } from './paths.ts';
import { RequestTable } from './request-table.tsx';
import { SearchBox } from './search-page.tsx';
import { LOCALE, VIEW_WORDS } from './words.ts';

/** A page of the list, as a clerk sees it. */
export interface ReadList {
  clerk: Clerk;
  place: ListPlace;
  counts: Readonly<Record<OfficeView, number>>;
  listed: readonly ListedRequest[];
  days: Calendar;
}

interface ListPageProps extends ReadList {
  /** The acts of this clerk that were stopped on their way. */
  stopped: readonly Pick<Unsent, 'reference' | 'stopped'>[];
  topics: Topics;
  done?: Done | string | undefined;
}

export function ListPage(props: ListPageProps) {
  const { clerk, place, counts, listed, stopped, topics, days, done } = props;
  return (
    <Page title={VIEW_WORDS[place.view]} clerk={clerk} at="/balcao" isWide done={done}>
      <div class="list-head">
        <h1>Pedidos</h1>
        <SearchBox />
      </div>
      <Stopped
        place={place}
        sentence="Não foi enviado o que escreveu. Abra cada pedido para ver porquê:"
        stopped={stopped.filter((each) => each.stopped !== 'restored')}
      />
      <Stopped
        place={place}
        sentence="O servidor voltou a uma cópia anterior: o que escreveu pode já ter chegado ao requerente. Abra cada pedido:"
        stopped={stopped.filter((each) => each.stopped === 'restored')}
      />
      <Views place={place} counts={counts} />
      <ListFilters place={place} topics={topics} />
      {listed.length === 0 ? (
        <p class="empty">Não há pedidos aqui.</p>
      ) : (
        <RequestTable place={place} listed={listed} days={days} />
      )}
      <PageNumbers
        page={place.page}
        last={lastPage(counts[place.view])}
        pathOf={(page) => listPath({ ...place, page })}
      />
    </Page>
  );
}

/** The clerk has gone on to other requests, so the list tells them that an act was stopped. The page of the request tells why. */
function Stopped({
  place,
  sentence,
  stopped,
}: Pick<ListPageProps, 'place' | 'stopped'> & { sentence: string }) {
  if (stopped.length === 0) return null;
  return (
    <div class="problems">
      <p>{sentence}</p>
      <ul>
        {stopped.map(({ reference }) => (
          <li key={reference}>
            <a href={requestPath(reference, place)}>{reference}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The filters stay from view to view. */
function Views({ place, counts }: Pick<ListPageProps, 'place' | 'counts'>) {
  return (
    <nav aria-label="Vistas" class="views">
      <ul>
        {OFFICE_VIEWS.map((view) => (
          <li key={view}>
            <a
              href={listPath({ ...place, view, page: 1 })}
              aria-current={view === place.view ? 'page' : undefined}
            >
              {VIEW_WORDS[view]} <span class="count">{countWords(counts[view])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function countWords(count: number): string {
  if (count > COUNTED_MAX) return `mais de ${COUNTED_MAX.toLocaleString(LOCALE)}`;
  return count.toLocaleString(LOCALE);
}

export function lastPage(count: number): number {
  return Math.max(1, Math.ceil(Math.min(count, COUNTED_MAX) / ROWS_A_PAGE));
}
