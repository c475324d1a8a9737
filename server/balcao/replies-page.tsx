/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Topics } from '../../contract/types.ts';
import type { Clerk } from '../clerks/clerks.ts';
import { mayWrite, type SavedReply } from '../saved-replies/saved-replies.ts';
import { Field, Page } from './page.tsx';
import { ReplyForm } from './reply-form.tsx';
import { TypedText } from './said.tsx';
import { topicName } from './topic-name.ts';
import { KIND_WORDS } from './words.ts';

interface RepliesPageProps {
  clerk: Clerk;
  /** The replies that were found, or all where none were sought. */
  replies: readonly SavedReply[];
  sought: string;
  topics: Topics;
  done?: string | undefined;
}

const NEW = { title: '', body: '', topic: null, kind: null, beginsAnswer: false };

/** The saved replies that a clerk can use: their own and everybody's. */
export function RepliesPage({ clerk, replies, sought, topics, done }: RepliesPageProps) {
  return (
    <Page title="Respostas guardadas" clerk={clerk} at="/balcao/respostas" done={done}>
      <h1>Respostas guardadas</h1>
      <p>Escolhem-se ao responder a um pedido, e mudam-se antes de enviar. Nenhuma é enviada sozinha.</p>
      <form method="post" action="/balcao/respostas/procurar" class="seek">
        <Field id="procurada" label="Procurar respostas">
          {(field) => <input {...field} type="search" name="procurada" value={sought} />}
        </Field>
        <button type="submit" class="secondary">
          Procurar
        </button>
      </form>
      <h2>As que há</h2>
      {replies.map((reply) => (
        <details key={reply.id} class="block">
          <summary>
            <h3>{reply.title}</h3>
          </summary>
          <p class="hint">{replySummary(reply, topics)}</p>
          <TypedText text={reply.body} />
          {mayWrite(clerk, reply) && (
            <p class="way">
              <a href={`/balcao/respostas/${reply.id}`}>{`Alterar «${reply.title}»`}</a>
            </p>
          )}
        </details>
      ))}
      {replies.length === 0 && <p>Não encontrámos nenhuma.</p>}
      <section class="block">
        <h2>Nova resposta</h2>
        <ReplyForm
          clerk={clerk}
          topics={topics}
          reply={{ ...NEW, id: randomUUID(), owner: clerk.userName }}
          seen=""
          problems={[]}
        />
      </section>
    </Page>
  );
}

function replySummary({ topic, kind, owner, beginsAnswer }: SavedReply, topics: Topics): string {
  return [
    owner === null ? 'De todos' : 'Pessoal',
    beginsAnswer ? 'Começa a resposta' : '',
    topic === null ? '' : (topicName(topics, topic) ?? topic),
    kind === null ? '' : KIND_WORDS[kind],
  ]
    .filter(Boolean)
    .join(' · ');
}
