/** @jsxImportSource hono/jsx */
import type { Topics } from '../../contract/types.ts';
import { FIRST_PLACE, KINDS_IN_ADDRESS, type ListPlace, listPath, VIEWS_IN_ADDRESS } from './list-address.ts';
import { Field } from './page.tsx';
import { KIND_WORDS } from './words.ts';

/** The filters stand in the address alone, so that a clerk can keep a list or send it to others as it is. */
export function ListFilters({ place, topics }: { place: ListPlace; topics: Topics }) {
  const { filter, view } = place;
  const isFiltered = Object.values(filter).some((each) => each !== null);
  return (
    <details class="filters" open={isFiltered}>
      <summary>Filtrar</summary>
      <form method="get" action="/balcao">
        <input type="hidden" name="vista" value={VIEWS_IN_ADDRESS[view]} />
        <Field id="tipo" label="Tipo">
          {(field) => (
            <select {...field} name="tipo">
              <option value="">Todos</option>
              {Object.entries(KINDS_IN_ADDRESS).map(([kind, word]) => (
                <option key={kind} value={word} selected={kind === filter.kind}>
                  {KIND_WORDS[kind as keyof typeof KIND_WORDS]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="tema" label="Tema">
          {(field) => (
            <select {...field} name="tema">
              <option value="">Todos</option>
              <option value="unknown" selected={filter.topic === 'unknown'}>
                Tema por definir
              </option>
              {topics.lifeEvents.map((lifeEvent) => (
                <optgroup key={lifeEvent.id} label={lifeEvent.label}>
                  {lifeEvent.subjects.map((subject) => {
                    const topic = `${lifeEvent.id}.${subject.id}`;
                    return (
                      <option key={topic} value={topic} selected={topic === filter.topic}>
                        {subject.label}
                      </option>
                    );
                  })}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <Field id="de" label="Recebidos desde">
          {(field) => <input {...field} type="date" name="de" value={filter.receivedFrom ?? ''} />}
        </Field>
        <Field id="ate" label="Recebidos até">
          {(field) => <input {...field} type="date" name="ate" value={filter.receivedUntil ?? ''} />}
        </Field>
        <p class="actions way">
          <button type="submit" class="secondary">
            Filtrar
          </button>
          {isFiltered && <a href={listPath({ ...FIRST_PLACE, view })}>Mostrar todos</a>}
        </p>
      </form>
    </details>
  );
}
