/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { movesFrom, type OfficeAction, SAID_WITH } from '../../domain/office-moves.ts';
import type { OfficeIssue } from '../office/judge-act.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import type { Service } from '../services/services.ts';
import { ForwardFields } from './forward-fields.tsx';
import { Field, type Problem } from './page.tsx';
import type { Typed } from './posted-act.ts';
import { ReplyChoice, type ReplyChoiceProps } from './reply-choice.tsx';
import { Words } from './said.tsx';
import { actionWords, sizeWords } from './words.ts';

interface ActFormsProps {
  path: string;
  found: Pick<OfficeRequest, 'request' | 'moves'>;
  services: readonly Service[];
  choice: ReplyChoiceProps;
  typed: Typed | null;
  problems: readonly Problem[];
}

/** What can be done with the request as it stands, answering first. */
export function ActForms({ path, found, services, choice, typed, problems }: ActFormsProps) {
  const possible = movesFrom(found.request.state);
  const actions = ORDER.filter((action) => possible.includes(action));
  const isLost = typed !== null && !possible.includes(typed.action);
  const opened = typed?.action ?? actions[0];
  const words = actionWords(found.request.kind);
  return (
    <section>
      <h2>O que fazer</h2>
      {isLost && typed.body !== '' && (
        <div class="block">
          <h3>O que tinha escrito</h3>
          <Words text={typed.body} />
        </div>
      )}
      {actions.length === 0 && <p>O tratamento terminou. Já só se pode ler.</p>}
      {actions.map((action) => (
        <details key={action} class="block" open={action === opened}>
          <summary>
            <h3>{words[action].title}</h3>
          </summary>
          <ActForm
            path={path}
            action={action}
            button={words[action].button}
            moves={found.moves}
            services={services}
            choice={choice}
            typed={typed?.action === action ? typed : null}
            problems={problems}
          />
        </details>
      ))}
    </section>
  );
}

const ORDER: readonly OfficeAction[] = ['answer', 'ask', 'forward', 'review', 'close'];

/** What stands beside the field, where it is worth saying. */
const HINTS: Partial<Record<OfficeAction, string>> = {
  ask: 'O prazo fica parado até o requerente responder.',
  forward: 'Explique ao requerente que serviço passa a tratar do assunto e porquê.',
};

const NOTES: Partial<Record<OfficeAction, string>> = {
  review: 'O requerente vê que já se está a tratar do assunto.',
  close: 'Depois disto, já só se pode ler.',
};

const { attachmentsMaxCount, attachmentMaxBytes, attachmentsMaxTotalBytes } = DEFAULT_LIMITS;
const FILES_HINT = `Até ${attachmentsMaxCount} ficheiros, com ${sizeWords(attachmentMaxBytes)} cada um e ${sizeWords(attachmentsMaxTotalBytes)} no total.`;

interface ActFormProps {
  path: string;
  action: OfficeAction;
  button: string;
  moves: number;
  services: readonly Service[];
  /** Null: nobody can choose now. */
  choice: ReplyChoiceProps | null;
  typed: Typed | null;
  problems: readonly Problem[];
}

/** Its own id makes it act once, however often it is posted; `visto` tells what whoever posts it had read. */
export function ActForm({ path, action, button, moves, services, choice, typed, problems }: ActFormProps) {
  const mine = { problems: typed ? problems : [] };
  return (
    <form method="post" action={path} enctype="multipart/form-data">
      <input type="hidden" name="accao" value={action} />
      <input type="hidden" name="formulario" value={randomUUID()} />
      <input type="hidden" name="visto" value={String(moves)} />
      {NOTES[action] && <p>{NOTES[action]}</p>}
      {action === 'forward' && (
        <ForwardFields
          services={services}
          typed={typed}
          fieldId={(field) => fieldId(action, field)}
          {...mine}
        />
      )}
      {action === 'answer' && choice && <ReplyChoice path={path} {...choice} />}
      {SAID_WITH[action] !== null && (
        <>
          <Field id={fieldId(action, 'body')} label="Mensagem" hint={HINTS[action]} {...mine}>
            {(field) => (
              <textarea {...field} name="mensagem" rows={10} required>
                {typed?.body ?? ''}
              </textarea>
            )}
          </Field>
          <Field id={fieldId(action, 'attachments')} label="Ficheiros (opcional)" hint={FILES_HINT} {...mine}>
            {(field) => <input {...field} type="file" name="ficheiros" multiple />}
          </Field>
        </>
      )}
      <p class="actions">
        <button type="submit" class={action === 'answer' ? 'primary' : 'secondary'}>
          {button}
        </button>
      </p>
    </form>
  );
}

export function fieldId(action: OfficeAction, field: OfficeIssue['field']): string {
  return `${action}-${field}`;
}
