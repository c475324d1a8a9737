/** @jsxImportSource hono/jsx */
import type { NoticeWish } from '../clerks/clerk-notices.ts';
import type { Clerk } from '../clerks/clerks.ts';
import { Field, Page, type Problem, Submit } from './page.tsx';
import { WriterField } from './writer-field.tsx';

export const NOTICES_PATH = '/balcao/avisos';

interface NoticePageProps {
  clerk: Clerk;
  wish: NoticeWish;
  /** Whether the server sends mails at all. */
  hasMail: boolean;
  problems?: readonly Problem[];
  isDone?: boolean;
}

export function NoticePage({ clerk, wish, hasMail, problems = [], isDone = false }: NoticePageProps) {
  const wantsAny = wish.wantsNew || wish.wantsOverdue;
  const done = wantsAny ? `Os avisos vão para ${wish.email}.` : 'Não recebe avisos.';
  return (
    <Page title="Avisos" clerk={clerk} at={NOTICES_PATH} problems={problems} done={isDone ? done : undefined}>
      <h1>Avisos por correio eletrónico</h1>
      {hasMail ? (
        <>
          <p>
            No máximo um por hora, e só quando há novidades. Cada um diz quantos são os pedidos e leva ao
            Balcão; não diz de quem são, nem o que está escrito.
          </p>
          <div class="block">
            <NoticeForm writer={clerk.userName} wish={wish} problems={problems} />
          </div>
        </>
      ) : (
        <p>Este servidor não envia correio eletrónico. Fale com quem o gere.</p>
      )}
    </Page>
  );
}

interface NoticeFormProps {
  /** The user name of the clerk for whom the form is made. */
  writer: string;
  wish: NoticeWish;
  problems: readonly Problem[];
}

export function NoticeForm({ writer, wish, problems }: NoticeFormProps) {
  return (
    <form method="post" action={NOTICES_PATH}>
      <WriterField userName={writer} />
      <fieldset>
        <legend>Avisar de</legend>
        <Choice name="novos" label="Pedidos novos e novidades dos requerentes" isChosen={wish.wantsNew} />
        <Choice name="prazo" label="Pedidos que ficam fora do prazo" isChosen={wish.wantsOverdue} />
      </fieldset>
      <Field
        id="endereco"
        label="Endereço de correio eletrónico"
        hint="De preferência o do serviço. Por exemplo, ana@exemplo.pt"
        problems={problems}
      >
        {(field) => <input {...field} type="email" name="endereco" autocomplete="email" value={wish.email} />}
      </Field>
      <Submit isPrimary>Guardar avisos</Submit>
    </form>
  );
}

function Choice({ name, label, isChosen }: { name: string; label: string; isChosen: boolean }) {
  return (
    <p class="choice">
      <input type="checkbox" id={name} name={name} value="sim" checked={isChosen} />
      <label for={name}>{label}</label>
    </p>
  );
}
