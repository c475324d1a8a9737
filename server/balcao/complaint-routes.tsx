/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Limits } from '../../domain/limits.ts';
import { type Deadline, measureDeadline } from '../../domain/measure-deadline.ts';
import type { Calendar } from '../../domain/working-days.ts';
import { formatDate } from '../../shared/format-date.ts';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import type { ListedRequest } from '../office/office-list.ts';
import { readerOfClerk } from '../services/reach.ts';
import { html } from './answers.tsx';
import { FIRST_PLACE, type ListPlace, listPath, readListPlace } from './list-address.ts';
import { countWords, lastPage, type ReadList } from './list-page.tsx';
import { readList } from './list-routes.tsx';
import { Measure } from './measure.tsx';
import { Page } from './page.tsx';
import { requestPath } from './paths.ts';
import { requireClerk } from './require-clerk.tsx';
import { dueWords, LOCALE, STATE_WORDS, topicWords } from './words.ts';

const OF_COMPLAINTS: ListPlace = { ...FIRST_PLACE, filter: { ...FIRST_PLACE.filter, kind: 'complaint' } };

export function complaintRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/reclamacoes', async (call) => {
    const clerk = await requireClerk(context, call);
    const { page } = readListPlace(new URL(call.req.url).searchParams);
    const { reach } = await readerOfClerk(context.db, clerk);
    const list = await readList(context, clerk, reach, { ...OF_COMPLAINTS, page });
    return html(<ComplaintsPage {...list} limits={context.limits} />);
  });
}

const COMPLAINTS_PATH = '/balcao/reclamacoes';

interface ComplaintsPageProps extends ReadList {
  limits: Pick<Limits, 'complaintWorkingDays' | 'generalWorkingDays'>;
}

function ComplaintsPage({ clerk, place, counts, listed, days, limits }: ComplaintsPageProps) {
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
