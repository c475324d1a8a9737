/** @jsxImportSource hono/jsx */
import { REQUEST_KINDS } from '../../contract/request-words.ts';
import type { Topics } from '../../contract/types.ts';
import type { Clerk } from '../clerks/clerks.ts';
import { PLACEHOLDERS } from '../saved-replies/fill-in.ts';
import type { SavedReply } from '../saved-replies/saved-replies.ts';
import { WriterField } from './hidden-fields.tsx';
import { Field, Page, type Problem, Submit } from './page.tsx';
import { KIND_WORDS } from './words.ts';

interface ReplyFormProps {
  /** The clerk who writes in the form. */
  clerk: Pick<Clerk, 'userName' | 'isSupervisor'>;
  topics: Topics;
  reply: SavedReply;
  /** The mark of the reply from which the form was made. */
  seen: string;
  problems: readonly Problem[];
}

export function ReplyForm({ clerk, topics, reply, seen, problems }: ReplyFormProps) {
  return (
    <form method="post" action={`/balcao/respostas/${reply.id}`}>
      <WriterField userName={clerk.userName} />
      <input type="hidden" name="visto" value={seen} />
      <Field id="titulo" label="Título" hint="Por ele se encontra a resposta." problems={problems}>
        {(field) => <input {...field} name="titulo" value={reply.title} required />}
      </Field>
      <Field
        id="texto"
        label="Texto"
        hint={`Onde escrever ${PLACEHOLDERS.join(', ')}, ficam os do pedido.`}
        problems={problems}
      >
        {(field) => (
          <textarea {...field} name="texto" rows={8} required>
            {reply.body}
          </textarea>
        )}
      </Field>
      <Field id="tema" label="Tema (opcional)">
        {(field) => (
          <select {...field} name="tema">
            <option value="">Qualquer tema</option>
            {topics.lifeEvents.map((lifeEvent) => (
              <optgroup key={lifeEvent.id} label={lifeEvent.label}>
                {[{ ...lifeEvent, label: `${lifeEvent.label}: tudo` }, ...lifeEvent.subjects].map(
                  ({ id, label }) => (
                    <option key={id} value={id} selected={id === reply.topic}>
                      {label}
                    </option>
                  ),
                )}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field id="tipo" label="Tipo de pedido (opcional)">
        {(field) => (
          <select {...field} name="tipo">
            <option value="">Qualquer tipo</option>
            {REQUEST_KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === reply.kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p>
        <label class="choice">
          <input
            type="checkbox"
            name="comeca"
            value="sim"
            checked={reply.beginsAnswer}
            aria-describedby="comeca-ajuda"
          />
          Começar com este texto a resposta a pedidos deste tema e tipo
        </label>
      </p>
      <p id="comeca-ajuda" class="hint">
        Fica no campo, para ler e mudar antes de enviar, enquanto o pedido não tiver resposta nem rascunho.
      </p>
      {(clerk.isSupervisor || reply.owner === null) && (
        <p>
          <label class="choice">
            <input type="checkbox" name="todos" value="sim" checked={reply.owner === null} />
            Para todas as pessoas do Balcão
          </label>
        </p>
      )}
      <Submit isPrimary>Guardar resposta</Submit>
    </form>
  );
}

export function ReplyPage(props: ReplyFormProps & { clerk: Clerk }) {
  const { clerk, reply, problems } = props;
  return (
    <Page title="Alterar resposta guardada" clerk={clerk} problems={problems}>
      <p class="way">
        <a href="/balcao/respostas">Voltar às respostas guardadas</a>
      </p>
      <h1>Alterar resposta guardada</h1>
      <div class="block">
        <ReplyForm {...props} />
      </div>
      <form method="post" action={`/balcao/respostas/${reply.id}/eliminar`}>
        <Submit>Eliminar resposta</Submit>
      </form>
    </Page>
  );
}
