/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Assignee, Assignment } from '../office/assignment.ts';
import type { OpenPage } from '../office/open-pages.ts';
import { AssigneeSelect } from './assignee-select.tsx';
import { PlaceField, WriterField } from './hidden-fields.tsx';
import type { ListPlace } from './list-address.ts';
import { Field, type Problem, Submit } from './page.tsx';
import { timeWords } from './words.ts';

export interface WhoseProps {
  clerk: Clerk;
  request: CitizenRequest;
  assignment: Assignment;
  /** The colleagues who have the page open. */
  others: readonly OpenPage[];
  /** The place in the list from which the clerk came. */
  place: ListPlace;
  /** The clerks to whom this one can pass the request. */
  assignable: readonly Assignee[];
  problems: readonly Problem[];
}

export const PASS_FIELD = 'passar-a';

/** Stands before all fields to write in: it says who has the request, and who has its page open. */
export function WhoseSection(props: WhoseProps) {
  const { clerk, request, place, others, assignable, problems } = props;
  const { assignee } = props.assignment;
  const isMine = assignee?.userName === clerk.userName;
  const path = `/balcao/pedidos/${request.reference}/de-quem`;
  const act = { path, place, seen: assignee?.userName ?? '', writer: clerk.userName };
  return (
    <section class="block" aria-label="Com quem está">
      <p>
        <strong>{whoseWords(request, assignee, isMine)}</strong>
      </p>
      {others.map(({ userName, name, openedAt }) => (
        <p key={userName}>
          {`${name} tem esta página aberta desde as ${timeWords(openedAt)} e pode estar a responder.`}
        </p>
      ))}
      <div class="actions">
        <AssignForm {...act}>
          <input type="hidden" name="para" value={isMine ? '' : clerk.userName} />
          <button type="submit" class="secondary">
            {isMine ? 'Largar' : 'Fica comigo'}
          </button>
        </AssignForm>
      </div>
      {assignable.length > 0 && (
        <details open={problems.some(({ fieldId }) => fieldId === PASS_FIELD)}>
          <summary>Passar a…</summary>
          <AssignForm {...act}>
            <Field id={PASS_FIELD} label="Quem passa a tratar do assunto" problems={problems}>
              {(field) => <AssigneeSelect field={field} name="para" assignees={assignable} />}
            </Field>
            <Submit>Passar</Submit>
          </AssignForm>
        </details>
      )}
    </section>
  );
}

interface AssignFormProps {
  path: string;
  place: ListPlace;
  /** The user name of the clerk who had the request when the page was made; empty: nobody. */
  seen: string;
  /** The user name of the clerk for whom the form is made. */
  writer: string;
  children: Child;
}

function AssignForm({ path, place, seen, writer, children }: AssignFormProps) {
  return (
    <form method="post" action={path}>
      <WriterField userName={writer} />
      <input type="hidden" name="visto" value={seen} />
      <PlaceField place={place} />
      {children}
    </form>
  );
}

function whoseWords({ kind }: CitizenRequest, assignee: Assignee | null, isMine: boolean): string {
  const name = kind === 'complaint' ? 'Esta reclamação' : 'Este pedido';
  if (assignee === null) return `${name} ainda não está com ninguém.`;
  return isMine ? `${name} está consigo.` : `${name} está com ${assignee.name}.`;
}
