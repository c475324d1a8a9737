/** @jsxImportSource hono/jsx */
import type { CitizenRequest } from '../../contract/types.ts';
import { descriptionBefore } from '../../domain/description-before.ts';
import { turnOf } from '../../domain/request-state.ts';
import { isOptional, type OptionalField } from '../../domain/written/rules.ts';
import { filledFields } from '../../domain/written/words.ts';
import { formatDate, formatDateTime, formatDay } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Note } from '../office/notes.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import type { Service } from '../services/services.ts';
import { ActForms } from './act-forms.tsx';
import { NotesSection } from './notes-section.tsx';
import { Page, type Problem } from './page.tsx';
import type { Typed } from './posted-act.ts';
import type { ReplyChoiceProps } from './reply-choice.tsx';
import { Attachments, Messages, Words } from './said.tsx';
import { type WhoseProps, WhoseSection } from './whose-section.tsx';
import { type Days, dueWords, KIND_WORDS, LOCALE, nameOf, STATE_WORDS, topicWords } from './words.ts';

/** Whose NISS a clerk asks to see. */
export type NissOf = 'requester' | 'represented';

/** Whom the request is about, as the office finds them in its own records. */
export interface Subject {
  name: string;
  /** Null: nobody has asked to see it. */
  niss: string | null;
  maskedNiss: string;
}

export interface RequestPageProps {
  clerk: Clerk;
  found: OfficeRequest;
  citizen: Subject;
  represented: Subject | null;
  /** The reference of the request that it is about, where it is about one. */
  about: string | null;
  days: Days;
  whose: Pick<WhoseProps, 'others' | 'assignable'>;
  notes: readonly Note[];
  /** To which it may be forwarded. */
  services: readonly Service[];
  choice: ReplyChoiceProps;
  /** What was typed and not done. */
  typed?: Typed | null;
  /** A note that was not kept. */
  note?: string;
  problems?: readonly Problem[];
  done?: string | undefined;
}

export function RequestPage(props: RequestPageProps) {
  const {
    clerk,
    found,
    whose,
    notes,
    services,
    choice,
    typed = null,
    note = '',
    problems = [],
    done,
  } = props;
  const { request, messages, assignment } = found;
  const path = `/balcao/pedidos/${request.reference}`;
  return (
    <Page title={`${nameOf(request)} ${request.reference}`} clerk={clerk} problems={problems} done={done}>
      <p>
        <a href="/balcao">Voltar aos pedidos à espera</a>
      </p>
      <h1>
        {nameOf(request)} <span class="reference">{request.reference}</span>
      </h1>
      <WhoseSection clerk={clerk} request={request} assignment={assignment} {...whose} />
      <Facts {...props} />
      <section class="block">
        <h2>O que o requerente escreveu</h2>
        <Description request={request} messages={messages} />
        <OtherWords request={request} />
        <Attachments path={path} attachments={request.attachments} />
      </section>
      {messages.length > 0 && (
        <section>
          <h2>Mensagens</h2>
          <Messages path={path} messages={messages} />
        </section>
      )}
      <NotesSection path={path} notes={notes} typed={note} problems={problems} />
      <ActForms
        path={path}
        found={found}
        services={services}
        choice={choice}
        typed={typed}
        problems={problems}
      />
      <section>
        <h2>O que já aconteceu</h2>
        <ol class="history">
          {request.history.map(({ state, at, officeName }) => (
            <li key={at}>{`${formatDateTime(at, LOCALE)}: ${STATE_WORDS[state]} (${officeName})`}</li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

/** What counts by now, above what was sent first. */
function Description({ request: { description }, messages }: Pick<OfficeRequest, 'request' | 'messages'>) {
  const now = descriptionBefore(description, messages);
  if (now === description) return <Words text={description} />;
  return (
    <>
      <h3>Como o requerente a corrigiu</h3>
      <Words text={now} />
      <h3>Como foi enviada</h3>
      <Words text={description} />
    </>
  );
}

function Facts({ found: { request, assignment }, citizen, represented, about, days }: RequestPageProps) {
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
        <Person {...citizen} path={path} of="requester" />
      </dd>
      {represented && <dt>Em nome de</dt>}
      {represented && (
        <dd>
          <Person {...represented} path={path} of="represented" />
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
          <a href={`/balcao/pedidos/${about}`}>{about}</a>
        </dd>
      )}
    </dl>
  );
}

function pausedWords({ dueOn, deadlinePaused }: CitizenRequest): string {
  return deadlinePaused ? 'Parado até o requerente responder' : formatDay(dueOn, LOCALE);
}

/** The whole NISS is shown to whoever asks for it, who is in the record by it. */
function Person({ name, niss, maskedNiss, path, of }: Subject & { path: string; of: NissOf }) {
  if (niss !== null) return `${name}, NISS ${niss}`;
  return (
    <form method="post" action={`${path}/niss`} class="person">
      <input type="hidden" name="de" value={of} />
      {name}, NISS {maskedNiss}
      <button type="submit" class="secondary" aria-label={`Mostrar o NISS de ${name}`}>
        Mostrar o NISS
      </button>
    </form>
  );
}

const HEADINGS: Record<OptionalField, string> = {
  office: 'Serviço de que reclama',
  happenedOn: 'Quando aconteceu',
  wanted: 'O que gostaria que fosse feito?',
};

/** What is filled in beside the description. */
function OtherWords({ request }: { request: CitizenRequest }) {
  return filledFields(request).map(
    ({ field, text }) =>
      isOptional(field) && (
        <div key={field}>
          <h3>{HEADINGS[field]}</h3>
          <Words text={text} />
        </div>
      ),
  );
}
