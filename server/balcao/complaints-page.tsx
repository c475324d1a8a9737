/** @jsxImportSource hono/jsx */
import { type Deadline, measureDeadline } from '../../domain/deadlines.ts';
import type { Limits } from '../../domain/limits.ts';
import type { Calendar } from '../../domain/working-days.ts';
import { formatDate } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { ListedRequest, OfficeView } from '../office/office-list.ts';
import { type ListPlace, listPath } from './list-address.ts';
import { countWords, lastPage } from './list-page.tsx';
import { Measure } from './measure.tsx';
import { Page } from './page.tsx';
import { requestPath } from './paths.ts';
import { dueWords, LOCALE, STATE_WORDS, topicWords } from './words.ts';

const COMPLAINTS_PATH = '/balcao/reclamacoes';

interface ComplaintsPageProps {
  clerk: Clerk;
  /** The place in the list of all requests to which a request that is opened from here leads back. */
  place: ListPlace;
  counts: Readonly<Record<OfficeView, number>>;
  listed: readonly ListedRequest[];
  days: Calendar;
  limits: Pick<Limits, 'complaintWorkingDays' | 'generalWorkingDays'>;
}

export function ComplaintsPage({ clerk, place, counts, listed, days, limits }: ComplaintsPageProps) {
  const last = lastPage(counts.toDo);
  return (
    <Page title="Reclamações" clerk={clerk} at={COMPLAINTS_PATH}>
      <h1>Reclamações</h1>
      <p>
        {`Uma reclamação tem resposta em ${limits.complaintWorkingDays} dias úteis, e não em ${limits.generalWorkingDays}. O dia em que chegou não conta. `}
        Enquanto se espera pelo requerente, a contagem está parada.
      </p>
      <dl class="facts block">
        <dt>Por responder</dt>
        <dd>{countWords(counts.toDo)}</dd>
        <dt>Fora do prazo</dt>
        <dd class={counts.overdue > 0 ? 'overdue' : undefined}>{countWords(counts.overdue)}</dd>
        <dt>À espera do requerente</dt>
        <dd>
          {countWords(counts.ofCitizen)}
          {counts.ofCitizen > 0 && ' '}
          {counts.ofCitizen > 0 && (
            <a href={listPath({ ...place, view: 'ofCitizen', page: 1 })}>Ver na lista</a>
          )}
        </dd>
      </dl>
      {listed.length === 0 && <p>Não há reclamações por responder.</p>}
      <ul class="rows">
        {listed.map((each) => (
          <Complaint key={each.request.reference} listed={each} place={place} days={days} />
        ))}
      </ul>
      {last > 1 && (
        <nav aria-label="Páginas" class="pages">
          {place.page > 1 && (
            <a href={`${COMPLAINTS_PATH}?pagina=${place.page - 1}`}>Mostrar as anteriores</a>
          )}
          {place.page < last && (
            <a href={`${COMPLAINTS_PATH}?pagina=${place.page + 1}`}>Mostrar as seguintes</a>
          )}
        </nav>
      )}
    </Page>
  );
}

interface ComplaintProps {
  listed: ListedRequest;
  place: ListPlace;
  days: Calendar;
}

function Complaint({ listed: { citizenName, assigneeName, request }, place, days }: ComplaintProps) {
  const { reference, dueOn, receivedAt, state } = request;
  const deadline = measureDeadline(request, days.today, days.extraHolidays);
  return (
    <li class="block">
      <h2>
        <a href={requestPath(reference, place)}>{reference}</a>
      </h2>
      <p class={dueOn < days.today ? 'due overdue' : 'due'}>{dueWords(dueOn, days)}</p>
      {deadline && <DeadlineProgress deadline={deadline} />}
      <p>{topicWords(request)}</p>
      <p class="hint">
        {[citizenName, STATE_WORDS[state], `Recebida a ${formatDate(receivedAt, LOCALE)}`, assigneeName]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </li>
  );
}

/** Shows how many working days of the deadline have passed. */
function DeadlineProgress({ deadline }: { deadline: Deadline }) {
  if (deadline.status === 'paused') return null;
  const { status, passed, total } = deadline;
  return (
    <div class="clock">
      <p>{`${passed === 1 ? 'Passou' : 'Passaram'} ${passed} de ${total} dias úteis`}</p>
      <Measure share={passed / Math.max(1, total)} isOver={status === 'over'} />
    </div>
  );
}
