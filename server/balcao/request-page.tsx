/** @jsxImportSource hono/jsx */
import type { CitizenRequest } from '../../contract/types.ts';
import { descriptionBefore } from '../../domain/description-before.ts';
import { isOptional, type OptionalField } from '../../domain/written/rules.ts';
import { filledFields } from '../../domain/written/words.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Note } from '../office/notes.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import type { UnsentOf } from '../office/unsent.ts';
import type { Service } from '../services/services.ts';
import { ActForms } from './act-forms.tsx';
import type { Done } from './done-banner.tsx';
import { Facts, type FactsProps } from './facts.tsx';
import { FileView, type ViewedFile } from './file-view.tsx';
import { HalfWritten } from './half-written.tsx';
import { listPath } from './list-address.ts';
import { NotesSection } from './notes-section.tsx';
import { ColleaguesDrafts, OnItsWay } from './on-its-way.tsx';
import { OtherRequests, type OthersProps } from './other-requests.tsx';
import { Page, type Problem } from './page.tsx';
import type { Typed } from './posted-act.ts';
import type { ReplyChoiceProps } from './reply-choice.tsx';
import type { ReadRequest } from './require-clerk.tsx';
import { Attachments, Messages, TypedText } from './said.tsx';
import { type WhoseProps, WhoseSection } from './whose-section.tsx';
import { kindName, LOCALE, STATE_WORDS, wordsOf } from './words.ts';

export interface RequestPageProps extends FactsProps {
  clerk: Clerk;
  found: ReadRequest;
  whose: Pick<WhoseProps, 'others' | 'assignable'>;
  notes: readonly Note[];
  /** The services to which the request may be forwarded. */
  services: readonly Service[];
  choice: ReplyChoiceProps;
  /** The instant, in ms, at which the page was made. */
  shownAtMs: number;
  /** The other requests of the same citizen. */
  others: OthersProps;
  /** What clerks have written about the request and is not sent: their drafts, and the act that is on its way. */
  unsent: readonly UnsentOf[];
  /** The file that is shown beside the request. */
  viewed?: ViewedFile | null;
  /** What the form of an act that was not done held; null: none. */
  typed?: Typed | null;
  /** The words of a note that was not kept. */
  note?: string;
  problems?: readonly Problem[];
  done?: Done | string | undefined;
}

export function RequestPage(props: RequestPageProps) {
  const { clerk, found, place, viewed = null, problems = [], done } = props;
  const { request, messages } = found;
  const { reference } = request;
  const path = `/balcao/pedidos/${reference}`;
  return (
    <Page
      title={`${kindName(request)} ${request.reference}`}
      clerk={clerk}
      isWide
      problems={problems}
      done={done}
    >
      <p class="way">
        <a href={listPath(place)} class="to-list">
          Voltar aos pedidos
        </a>
      </p>
      <h1>
        {kindName(request)} <span class="reference">{request.reference}</span>
      </h1>
      <div class="side-by-side">
        <div>
          {viewed && <FileView {...viewed} reference={reference} place={place} />}
          <WhoseSection
            clerk={clerk}
            request={request}
            assignment={found.assignment}
            place={place}
            problems={problems}
            {...props.whose}
          />
          <Facts {...props} />
          <section class="block">
            <h2>O que o requerente escreveu</h2>
            <Description request={request} messages={messages} />
            <OtherWords request={request} />
            <Attachments reference={reference} place={place} attachments={request.attachments} heading="h3" />
          </section>
          {messages.length > 0 && (
            <section>
              <h2>Mensagens</h2>
              <Messages reference={reference} place={place} messages={messages} />
            </section>
          )}
        </div>
        <WhatToDo {...props} path={path} />
      </div>
      <NotesSection
        writer={clerk.userName}
        path={path}
        place={place}
        notes={props.notes}
        typed={props.note ?? ''}
        problems={problems}
      />
      <OtherRequests {...props.others} reference={reference} citizenName={found.citizenName} place={place} />
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

function WhatToDo(props: RequestPageProps & { path: string }) {
  const { clerk, found, place, unsent, path, typed = null, problems = [] } = props;
  const onItsWay = unsent.find(({ sendsAt }) => sendsAt !== null);
  const halfWritten = unsent.filter(({ sendsAt }) => sendsAt === null);
  const mine = halfWritten.filter(({ userName }) => userName === clerk.userName);
  return (
    <section class="to-do">
      <h2>O que fazer</h2>
      {onItsWay ? (
        <>
          <OnItsWay path={path} place={place} clerk={clerk} unsent={onItsWay} />
          {mine.map(({ action, words }) => (
            <HalfWritten key={action} words={{ action, ...words }} />
          ))}
          {typed && [onItsWay, ...mine].every(({ words }) => wordsOf(words) !== wordsOf(typed)) && (
            <HalfWritten words={typed} />
          )}
        </>
      ) : (
        <ActForms
          clerk={clerk}
          path={path}
          found={found}
          place={place}
          services={props.services}
          choice={props.choice}
          shownAtMs={props.shownAtMs}
          typed={typed}
          mine={mine}
          problems={problems}
        />
      )}
      <ColleaguesDrafts
        path={path}
        place={place}
        clerk={clerk}
        unsent={halfWritten}
        canTakeOn={({ action }) => !onItsWay && mine.every((each) => each.action !== action)}
        found={found}
      />
    </section>
  );
}

/** Shows the description as the citizen has corrected it, above the one that was sent first. */
function Description({ request: { description }, messages }: Pick<OfficeRequest, 'request' | 'messages'>) {
  const now = descriptionBefore(description, messages);
  if (now === description) return <TypedText text={description} />;
  return (
    <>
      <h3>Como o requerente a corrigiu</h3>
      <TypedText text={now} />
      <h3>Como foi enviada</h3>
      <TypedText text={description} />
    </>
  );
}

const HEADINGS: Record<OptionalField, string> = {
  office: 'Serviço de que reclama',
  happenedOn: 'Quando aconteceu',
  wanted: 'O que gostaria que fosse feito?',
};

/** Shows the fields beside the description that the citizen has filled in. */
function OtherWords({ request }: { request: CitizenRequest }) {
  return filledFields(request).map(
    ({ field, text }) =>
      isOptional(field) && (
        <div key={field}>
          <h3>{HEADINGS[field]}</h3>
          <TypedText text={text} />
        </div>
      ),
  );
}
