/** @jsxImportSource hono/jsx */
import type { CitizenRequest } from '../../contract/types.ts';
import { turnOf } from '../../domain/request-state.ts';
import type { Calendar } from '../../domain/working-days.ts';
import { formatDate, formatDay } from '../../shared/format-date.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { PlaceField } from './hidden-fields.tsx';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';
import { dueWords, KIND_WORDS, LOCALE, STATE_WORDS, topicWords } from './words.ts';

/** The person whose NISS a clerk asks to see. */
export type NissOf = 'requester' | 'represented';

/** A person whom the request is about, with the NISS by which the office finds them in its own records. */
export interface Subject {
  name: string;
  /** Null: the clerk has not asked to see it. */
  niss: string | null;
  /** Null: their account is closed, and nothing of it is kept. */
  maskedNiss: string | null;
}

export interface FactsProps {
  found: OfficeRequest;
  citizen: Subject;
  represented: Subject | null;
  /** The reference of the other request that this one is about; null: none, or one that the clerk may not see. */
  about: string | null;
  days: Calendar;
  /** The place in the list from which the clerk came. */
  place: ListPlace;
}

export function Facts({
  found: { request, assignment },
  citizen,
  represented,
  about,
  days,
  place,
}: FactsProps) {
  const isWaiting = turnOf(request.state) === 'office';
  const path = `/balcao/pedidos/${request.reference}`;
  return (
    <dl class="facts">
      <dt>Estado</dt>
      <dd>{[STATE_WORDS[request.state], assignment.assignee?.name].filter(Boolean).join(', com ')}</dd>
      <dt>Prazo</dt>
      <dd class={isWaiting && request.dueOn < days.today ? 'overdue' : ''}>
        {isWaiting ? dueWords(request.dueOn, days) : pausedWords(request)}
      </dd>
      <dt>Data de receção</dt>
      <dd>{formatDate(request.receivedAt, LOCALE)}</dd>
      <dt>Requerente</dt>
      <dd>
        <Person {...citizen} path={path} place={place} of="requester" />
      </dd>
      {represented && <dt>Em nome de</dt>}
      {represented && (
        <dd>
          <Person {...represented} path={path} place={place} of="represented" />
        </dd>
      )}
      <dt>O que pretende</dt>
      <dd>{KIND_WORDS[request.kind]}</dd>
      <dt>Tema</dt>
      <dd>{topicWords(request)}</dd>
      <dt>Serviço</dt>
      <dd>{assignment.service?.name ?? request.office.name}</dd>
      {about !== null && <dt>Sobre o pedido</dt>}
      {about !== null && (
        <dd>
          <a href={requestPath(about, place)}>{about}</a>
        </dd>
      )}
    </dl>
  );
}

function pausedWords({ dueOn, deadlinePaused }: CitizenRequest): string {
  return deadlinePaused ? 'Parado até o requerente responder' : formatDay(dueOn, LOCALE);
}

type PersonProps = Subject & { path: string; place: ListPlace; of: NissOf };

/** The whole NISS is shown only to a clerk who asks for it, and the record says that they saw it. */
function Person({ name, niss, maskedNiss, path, place, of }: PersonProps) {
  if (maskedNiss === null) return name;
  if (niss !== null) return `${name}, NISS ${niss}`;
  return (
    <form method="post" action={`${path}/niss`} class="person">
      <input type="hidden" name="de" value={of} />
      <PlaceField place={place} />
      {name}, NISS {maskedNiss}
      <button type="submit" class="secondary" aria-label={`Mostrar o NISS de ${name}`}>
        Mostrar o NISS
      </button>
    </form>
  );
}
