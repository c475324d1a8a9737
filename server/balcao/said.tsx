/** @jsxImportSource hono/jsx */
import type { Attachment, Message } from '../../contract/types.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { LOCALE, PURPOSE_WORDS, sizeWords } from './words.ts';

/** As it was typed, with its lines. */
export function Words({ text }: { text: string }) {
  return <p class="words">{text}</p>;
}

export function Messages({ path, messages }: { path: string; messages: readonly Message[] }) {
  return (
    <ol class="rows">
      {messages.map(({ id, author, purpose, officeName, body, attachments, sentAt }) => (
        <li key={id} class={author === 'office' ? 'block ours' : 'block'}>
          <h3>{PURPOSE_WORDS[purpose]}</h3>
          <p class="hint">{[formatDateTime(sentAt, LOCALE), officeName ?? 'Requerente'].join(' · ')}</p>
          <Words text={body} />
          <Attachments path={path} attachments={attachments} />
        </li>
      ))}
    </ol>
  );
}

export function Attachments({ path, attachments }: { path: string; attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <>
      <h4>Ficheiros</h4>
      <ul>
        {attachments.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`${path}/ficheiros/${id}`} download>
              {`Descarregar ${name} (${sizeWords(size)})`}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
