/** @jsxImportSource hono/jsx */
import { formatDate } from '../../shared/format-date.ts';
import type { OtherRequest } from '../office/other-requests.ts';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';
import { TypedText } from './said.tsx';
import { LOCALE, STATE_WORDS, subjectWords } from './words.ts';

export interface OthersProps {
  others: readonly OtherRequest[];
  /** Whether their words and answers are shown, which puts the clerk into the record. */
  areShown: boolean;
}

interface OtherRequestsProps extends OthersProps {
  reference: string;
  citizenName: string;
  place: ListPlace;
}

/** Other requests of the same citizen, so that no clerk contradicts what a colleague answered. */
export function OtherRequests({ others, areShown, reference, citizenName, place }: OtherRequestsProps) {
  if (others.length === 0) return null;
  return (
    <section id="outros" class="others">
      <h2>{`Outros pedidos de ${citizenName}`}</h2>
      {!areShown && (
        <p class="way">
          <a href={`${requestPath(reference, place, { outros: 'sim' })}#outros`}>
            Mostrar o que foi escrito e respondido
          </a>
        </p>
      )}
      <ul class="rows">
        {others.map(({ request, answer }) => (
          <li key={request.reference} class="block">
            <h3>
              <a href={requestPath(request.reference, place)}>{request.reference}</a>
            </h3>
            <p class="hint">
              {`${subjectWords(request)} · ${STATE_WORDS[request.state]} · Recebido a ${formatDate(request.receivedAt, LOCALE)}`}
            </p>
            {areShown && <TypedText text={request.description} />}
            {areShown && answer && (
              <>
                <h4>Resposta</h4>
                <TypedText text={answer.body} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
