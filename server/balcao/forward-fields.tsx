/** @jsxImportSource hono/jsx */
import type { Service } from '../services/services.ts';
import { fieldId } from './issue-words.ts';
import { Field, type Problem } from './page.tsx';

interface ForwardFieldsProps {
  /** The office's own services to which the request may go. */
  services: readonly Service[];
  typed: { service: string; otherOffice: string; note: string } | null;
  problems: readonly Problem[];
}

/** The fields of a forwarding: the service that gets the request, and a note to its clerks. */
export function ForwardFields({ services, typed, problems }: ForwardFieldsProps) {
  const hasOwn = services.length > 0;
  return (
    <>
      {hasOwn && (
        <Field id="forward-service" label="Serviço que passa a tratar do assunto">
          {(field) => (
            <select {...field} name="destino">
              <option value="">Outro, que escrevo a seguir</option>
              {services.map(({ id, name }) => (
                <option key={id} value={id} selected={id === typed?.service}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        id={fieldId('forward', 'otherOffice')}
        label={hasOwn ? 'Outro serviço, se não estiver na lista' : 'Serviço que passa a tratar do assunto'}
        problems={problems}
      >
        {(field) => <input {...field} name="servico" value={typed?.otherOffice ?? ''} required={!hasOwn} />}
      </Field>
      {hasOwn && (
        <Field
          id={fieldId('forward', 'note')}
          label="Nota para quem o recebe (opcional)"
          hint="Fica nas notas internas. O requerente nunca a vê."
          problems={problems}
        >
          {(field) => (
            <textarea {...field} name="nota" rows={3}>
              {typed?.note ?? ''}
            </textarea>
          )}
        </Field>
      )}
    </>
  );
}
