/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Note } from '../office/notes.ts';
import { PlaceField, WriterField } from './hidden-fields.tsx';
import type { ListPlace } from './list-address.ts';
import { Field, type Problem, Submit } from './page.tsx';
import { TypedText } from './said.tsx';
import { momentWords, whoWords } from './words.ts';

export const NOTE_FIELD = 'nota';

interface NotesSectionProps {
  /** The user name of the clerk for whom the form is made. */
  writer: string;
  /** The address of the request. */
  path: string;
  /** The place in the list from which the clerk came. */
  place: ListPlace;
  notes: readonly Note[];
  typed: string;
  problems: readonly Problem[];
}

export function NotesSection({ path, notes, ...form }: NotesSectionProps) {
  return (
    <section class="internal">
      <h2>Notas internas</h2>
      {notes.length > 0 && (
        <ol class="rows">
          {notes.map(({ id, body, writtenBy, writtenAt }) => (
            <li key={id} class="block">
              <p class="hint">{[momentWords(writtenAt), whoWords(writtenBy)].join(' · ')}</p>
              <TypedText text={body} />
            </li>
          ))}
        </ol>
      )}
      <details open={form.typed !== '' || form.problems.some(({ fieldId }) => fieldId === NOTE_FIELD)}>
        <summary>Juntar uma nota</summary>
        <NoteForm path={path} {...form} />
      </details>
    </section>
  );
}

export function NoteForm({ writer, path, place, typed, problems }: Omit<NotesSectionProps, 'notes'>) {
  return (
    <form method="post" action={`${path}/notas`}>
      <input type="hidden" name="formulario" value={randomUUID()} />
      <WriterField userName={writer} />
      <PlaceField place={place} />
      <Field
        id={NOTE_FIELD}
        label="Nova nota interna"
        hint="Só a lê quem responde aos pedidos. O requerente nunca a vê."
        problems={problems}
      >
        {(field) => (
          <textarea {...field} name="nota" rows={3} required>
            {typed}
          </textarea>
        )}
      </Field>
      <Submit>Juntar nota</Submit>
    </form>
  );
}
