/** @jsxImportSource hono/jsx */
import type { Beginning } from '../saved-replies/begin-answer.ts';
import type { SavedReply } from '../saved-replies/saved-replies.ts';
import { Field } from './page.tsx';

export interface ReplyChoiceProps {
  /** The saved reply with which the answer begins, if nobody has begun it; null: none. */
  beginning: Beginning | null;
  /** The replies about the request's own subject, each one press away. */
  fitting: readonly SavedReply[];
  /** The replies that can be chosen, those that fit the request first. */
  replies: readonly SavedReply[];
  /** The words by which the clerk sought them. */
  sought: string;
}

const MOST_FITTING = 3;

function putInto(path: string) {
  return { formaction: `${path}/resposta-guardada`, formnovalidate: true, class: 'secondary' };
}

/**
 * Stands within the form of an answer. Its buttons load the page anew, with the chosen reply behind what was typed. *Procurar* is the first of them,
 * since a browser presses the first button when somebody presses Enter in the field of what is sought.
 */
export function ReplyChoice({ path, fitting, replies, sought }: ReplyChoiceProps & { path: string }) {
  const put = putInto(path);
  return (
    <>
      <details open={sought !== ''} class="choose-reply">
        <summary>Usar uma resposta guardada</summary>
        <p class="hint">Fica depois do que já escreveu. Leia-a e mude o que for preciso.</p>
        <div class="seek">
          <Field id="procurada" label="Procurar respostas">
            {(field) => <input {...field} type="search" name="procurada" value={sought} />}
          </Field>
          <button type="submit" {...put}>
            Procurar
          </button>
        </div>
        {replies.length === 0 && <p>Não encontrámos nenhuma.</p>}
        {replies.length > 0 && (
          <div class="seek">
            <Field id="guardada" label="Resposta guardada">
              {(field) => (
                <select {...field} name="guardada">
                  {replies.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <button type="submit" {...put} name="por" value="sim">
              Pôr no texto
            </button>
          </div>
        )}
      </details>
      {fitting.slice(0, MOST_FITTING).map(({ id, title }) => (
        <p key={id}>
          <button type="submit" {...put} name="por" value={id}>
            Pôr no texto «{title}»
          </button>
        </p>
      ))}
    </>
  );
}

/** Stands beside a saved reply that the page put into the field by itself. */
export function TakeOut({ path }: { path: string }) {
  return (
    <p>
      <button type="submit" {...putInto(path)} name="retirar" value="1">
        Retirar este texto
      </button>
    </p>
  );
}
