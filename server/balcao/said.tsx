/** @jsxImportSource hono/jsx */
import type { Attachment, Message } from '../../contract/types.ts';
import { isPdf, isPicture } from '../../domain/file-kinds.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';
import { LOCALE, PURPOSE_WORDS, sizeWords } from './words.ts';

/** Keeps the line breaks that were typed. */
export function TypedText({ text }: { text: string }) {
  return <p class="words">{text}</p>;
}

interface OfRequest {
  reference: string;
  place: ListPlace;
}

export function Messages({ messages, ...of }: OfRequest & { messages: readonly Message[] }) {
  return (
    <ol class="rows">
      {messages.map(({ id, author, purpose, officeName, body, attachments, sentAt }) => (
        <li key={id} class={author === 'office' ? 'block ours' : 'block'}>
          <h3>{PURPOSE_WORDS[purpose]}</h3>
          <p class="hint">{[formatDateTime(sentAt, LOCALE), officeName ?? 'Requerente'].join(' · ')}</p>
          <TypedText text={body} />
          <Attachments {...of} attachments={attachments} heading="h4" />
        </li>
      ))}
    </ol>
  );
}

interface AttachmentsProps extends OfRequest {
  attachments: readonly Attachment[];
  /** One level below the heading of what the files belong to. */
  heading: 'h3' | 'h4';
}

export function Attachments({ reference, place, attachments, heading: Heading }: AttachmentsProps) {
  if (attachments.length === 0) return null;
  return (
    <>
      <Heading>Ficheiros</Heading>
      <ul class="files">
        {attachments.map(({ id, name, size, type }) => (
          <li key={id}>
            <span>{`${name} (${sizeWords(size)})`}</span>
            {canBeShown(type) && (
              <a href={`${requestPath(reference, place, { ver: id })}#ficheiro`} aria-label={`Ver ${name}`}>
                Ver
              </a>
            )}
            <a
              href={`/balcao/pedidos/${reference}/ficheiros/${id}`}
              aria-label={`Descarregar ${name}`}
              download
            >
              Descarregar
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether every browser can draw the file; other files are downloaded. */
export function canBeShown(type: string): boolean {
  return isPicture(type) || isPdf(type);
}
