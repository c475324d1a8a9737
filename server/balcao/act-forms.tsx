/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { movesFrom, type OfficeAction, PURPOSE_OF_ACTION } from '../../domain/office-moves.ts';
import type { Clerk } from '../clerks/clerks.ts';
import { markOf, type UnsentOf } from '../office/unsent.ts';
import type { Beginning } from '../saved-replies/begin-answer.ts';
import type { Service } from '../services/services.ts';
import { ForwardFields } from './forward-fields.tsx';
import { HalfWritten, STOPPED_WORDS } from './half-written.tsx';
import { MarkField, PlaceField, WriterField } from './hidden-fields.tsx';
import { fieldId } from './issue-words.ts';
import { KeptFiles } from './kept-files-field.tsx';
import type { ListPlace } from './list-address.ts';
import { Field, type Problem } from './page.tsx';
import type { Typed } from './posted-act.ts';
import { ReplyChoice, type ReplyChoiceProps, TakeOut } from './reply-choice.tsx';
import type { ReadRequest } from './require-clerk.tsx';
import { actionWords, momentWords, sizeWords, wordsOf } from './words.ts';

interface ActFormsProps {
  clerk: Clerk;
  path: string;
  found: Pick<ReadRequest, 'request' | 'moves' | 'formMark'>;
  place: ListPlace;
  services: readonly Service[];
  choice: ReplyChoiceProps;
  /** The instant, in ms, at which the page was made. */
  shownAtMs: number;
  /** What the form of an act that was not done held, which the page shows again; null: none. */
  typed: Typed | null;
  /** This clerk's drafts about the request. */
  mine: readonly UnsentOf[];
  problems: readonly Problem[];
}

/** The forms of all acts that the state of the request allows, answering first. Each holds what the clerk has written and not sent. */
export function ActForms({ found, typed, mine, problems, ...shared }: ActFormsProps) {
  const possible = movesFrom(found.request.state);
  const actions = ORDER.filter((action) => possible.includes(action));
  const opened = typed?.action ?? mine[0]?.action ?? actions[0];
  const words = actionWords(found.request.kind);
  const kept = mine.map(({ action, files, words: texts }) => ({
    action,
    keptFiles: typed?.action === action ? typed.keptFiles : files,
    ...texts,
  }));
  const isKept = kept.some(({ action }) => action === typed?.action);
  // A page without a word shows what another page has kept, with the files of both.
  const own = typed && (!isKept || wordsOf(typed) !== '') ? typed : null;
  const isOwn = (each: Typed) => own !== null && each.action === own.action && wordsOf(each) === wordsOf(own);
  const written = [...(own ? [own] : []), ...kept.filter((each) => !isOwn(each))];
  const lost = written.filter(({ action }) => !possible.includes(action));
  // It may stand on this page alone, so its form is open.
  const whyStopped = (of: OfficeAction) => mine.find(({ action }) => action === of)?.stopped ?? null;
  return (
    <>
      {lost.map((words) => (
        <HalfWritten key={words.action} words={words} stopped={whyStopped(words.action)} />
      ))}
      {actions.length === 0 && <p>O tratamento terminou. Já só se pode ler.</p>}
      {actions.map((action) => (
        <details
          key={action}
          id={action}
          class="block"
          open={action === opened || whyStopped(action) !== null}
        >
          <summary>
            <h3>{words[action].title}</h3>
          </summary>
          <ActForm
            {...shared}
            action={action}
            button={words[action].button}
            found={found}
            typed={written.find((each) => each.action === action) ?? null}
            kept={mine.find((each) => each.action === action) ?? null}
            problems={typed?.action === action ? problems : []}
          />
        </details>
      ))}
    </>
  );
}

const ORDER: readonly OfficeAction[] = ['answer', 'ask', 'forward', 'review', 'close'];

const HINTS: Partial<Record<OfficeAction, string>> = {
  ask: 'O prazo fica parado até o requerente responder.',
  forward: 'Explique ao requerente que serviço passa a tratar do assunto e porquê.',
};

const NOTES: Partial<Record<OfficeAction, string>> = {
  review: 'O requerente vê que já se está a tratar do assunto.',
  close: 'Depois disto, já só se pode ler, e o requerente já não pode perguntar sobre a resposta.',
};
const NOTE_WHERE_ASKED = 'Depois disto, já só se pode ler, e o requerente já não pode responder à pergunta.';

const { attachmentsMaxCount, attachmentMaxBytes, attachmentsMaxTotalBytes } = DEFAULT_LIMITS;
const FILES_HINT = `Até ${attachmentsMaxCount} ficheiros, com ${sizeWords(attachmentMaxBytes)} cada um e ${sizeWords(attachmentsMaxTotalBytes)} no total.`;

interface ActFormProps extends Omit<ActFormsProps, 'mine'> {
  action: OfficeAction;
  button: string;
  kept: UnsentOf | null;
}

/**
 * The id of the form (`formulario`) makes it act once, however often it is posted. `visto` tells how much had happened when the page was made, and `rascunho`
 * which draft it shows. `mostrada` stands in a form that the page has not left empty, and tells when the page was made: a press that comes before anybody can
 * have read it is refused.
 */
function ActForm(props: ActFormProps) {
  const { clerk, path, found, action, button, place, services, choice, shownAtMs, typed, kept, problems } =
    props;
  const says = PURPOSE_OF_ACTION[action] !== null;
  const isAsked = action === 'close' && found.request.state === 'awaitingCitizen';
  const note = isAsked ? NOTE_WHERE_ASKED : NOTES[action];
  const beginning = action === 'answer' ? choice.beginning : null;
  const begun = typed === null || typed.body === beginning?.text ? beginning : null;
  const text = typed?.body ?? begun?.text ?? '';
  const fitting = choice.fitting.filter(({ id }) => id !== begun?.reply.id);
  const isOther = kept !== null && typed !== null && wordsOf(kept.words) !== wordsOf(typed);
  return (
    <form method="post" action={path} enctype="multipart/form-data">
      <input type="hidden" name="accao" value={action} />
      <input type="hidden" name="formulario" value={randomUUID()} />
      <WriterField userName={clerk.userName} />
      <MarkField mark={found.formMark} />
      <input type="hidden" name="visto" value={String(found.moves)} />
      <input type="hidden" name="rascunho" value={markOf(kept)} />
      {(text !== '' || (typed && !says)) && <input type="hidden" name="mostrada" value={String(shownAtMs)} />}
      <PlaceField place={place} />
      {note && <p>{note}</p>}
      {kept?.stopped && <p class="overdue">{STOPPED_WORDS[kept.stopped]}</p>}
      {isOther && <HalfWritten words={{ action, ...kept.words }} title="O que guardou noutra página" />}
      {action === 'forward' && <ForwardFields services={services} typed={typed} problems={problems} />}
      {action === 'answer' && <ReplyChoice path={path} {...choice} fitting={fitting} />}
      {says && (
        <>
          <Field
            id={fieldId(action, 'body')}
            label="Mensagem"
            hint={begun ? begunWords(begun) : HINTS[action]}
            problems={problems}
          >
            {(field) => (
              <textarea {...field} name="mensagem" rows={10} required>
                {text}
              </textarea>
            )}
          </Field>
          {begun && <TakeOut path={path} />}
          <KeptFiles action={action} files={typed?.keptFiles ?? []} />
          <Field
            id={fieldId(action, 'attachments')}
            label="Ficheiros (opcional)"
            hint={FILES_HINT}
            problems={problems}
          >
            {(field) => <input {...field} type="file" name="ficheiros" multiple />}
          </Field>
        </>
      )}
      <p class="actions">
        <button type="submit" class={action === 'answer' ? 'primary' : 'secondary'}>
          {button}
        </button>
        {action !== 'review' && (
          <button type="submit" name="seguinte" value="1" class="secondary">
            {says ? 'Enviar e abrir o seguinte' : 'Concluir e abrir o seguinte'}
          </button>
        )}
        {says && (
          <button type="submit" formaction={`${path}/rascunho`} formnovalidate class="quiet">
            Guardar rascunho
          </button>
        )}
      </p>
      {says && (
        <p class="hint kept">{kept && !isOther && `Rascunho guardado em ${momentWords(kept.keptAt)}.`}</p>
      )}
    </form>
  );
}

function begunWords({ reply }: Beginning): string {
  return `O texto é a resposta guardada «${reply.title}». Leia-o e mude o que for preciso antes de enviar.`;
}
