/** @jsxImportSource hono/jsx */
import { type Deadline, measureDeadline } from '../../domain/deadlines.ts';
import type { Limits } from '../../domain/limits.ts';
import { formatDate } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { ComplaintCounts } from '../office/complaints.ts';
import type { OfficeRow } from '../office/office-rows.ts';
import { type WaitingPlace, writePlace } from '../office/waiting.ts';
import { Measure } from './measure.tsx';
import { Page } from './page.tsx';
import { type Days, dueWords, LOCALE, STATE_WORDS, topicWords } from './words.ts';

export const COMPLAINTS_PATH = '/balcao/reclamacoes';

interface ComplaintsPageProps {
  clerk: Clerk;
  counts: ComplaintCounts;
  waiting: readonly OfficeRow[];
  /** Where the list goes on. */
  next: WaitingPlace | null;
  isFirst: boolean;
  days: Days;
  limits: Pick<Limits, 'complaintWorkingDays' | 'generalWorkingDays'>;
}

export function ComplaintsPage({ clerk, counts, waiting, next, isFirst, days, limits }: ComplaintsPageProps) {
  return (
    <Page title="Reclamações" clerk={clerk} at={COMPLAINTS_PATH}>
      <h1>Reclamações</h1>
      <p>
        {`Uma reclamação tem resposta em ${limits.complaintWorkingDays} dias úteis, e não em ${limits.generalWorkingDays}. O dia em que chegou não conta. `}
        Enquanto se espera pelo requerente, a contagem está parada.
      </p>
      <dl class="facts block">
        <dt>Por responder</dt>
        <dd>{counts.waiting}</dd>
        <dt>Fora do prazo</dt>
        <dd class={counts.overdue > 0 ? 'overdue' : undefined}>{counts.overdue}</dd>
        <dt>À espera do requerente</dt>
        <dd>{counts.paused}</dd>
      </dl>
      {waiting.length === 0 && <p>Não há reclamações por responder.</p>}
      <ul class="rows">
        {waiting.map((each) => (
          <Complaint key={each.request.reference} waiting={each} days={days} />
        ))}
      </ul>
      {(next || !isFirst) && (
        <nav aria-label="Páginas" class="pages">
          {!isFirst && <a href={COMPLAINTS_PATH}>Voltar ao início da lista</a>}
          {next && <a href={`${COMPLAINTS_PATH}?depois=${writePlace(next)}`}>Mostrar as seguintes</a>}
        </nav>
      )}
    </Page>
  );
}

function Complaint({ waiting: { citizenName, request }, days }: { waiting: OfficeRow; days: Days }) {
  const { reference, dueOn, receivedAt, state } = request;
  const deadline = measureDeadline(request, days.today, days.extraHolidays);
  return (
    <li class="block">
      <h2>
        <a href={`/balcao/pedidos/${reference}`}>{reference}</a>
      </h2>
      <p class={dueOn < days.today ? 'due overdue' : 'due'}>{dueWords(dueOn, days)}</p>
      {deadline && <Clock deadline={deadline} />}
      <p>{topicWords(request)}</p>
      <p class="hint">
        {`${citizenName} · ${STATE_WORDS[state]} · Recebida a ${formatDate(receivedAt, LOCALE)}`}
      </p>
    </li>
  );
}

/** How far the time has run. */
function Clock({ deadline }: { deadline: Deadline }) {
  if (deadline.status === 'paused') return null;
  const { status, passed, total } = deadline;
  return (
    <div class="clock">
      <p>{`Passaram ${passed} de ${total} dias úteis`}</p>
      <Measure share={passed / Math.max(1, total)} isOver={status === 'over'} />
    </div>
  );
}
