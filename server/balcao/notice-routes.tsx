/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import { keepNoticeWish, type NoticeWish, readNoticeWish } from '../clerks/clerk-notices.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { isAddress } from '../mail/mask-address.ts';
import { goTo, html } from './answers.tsx';
import { EndedPage } from './ended-page.tsx';
import { WriterField } from './hidden-fields.tsx';
import { Field, Page, type Problem, Submit } from './page.tsx';
import { findWriter, requireClerk } from './require-clerk.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';

const NOTHING: NoticeWish = { email: '', wantsNew: false, wantsOverdue: false };

export function noticeRoutes(routes: Hono<Env>, context: Context): void {
  const hasMail = context.sendMail !== null;

  routes.get('/avisos', async (call) => {
    const clerk = await requireClerk(context, call);
    const wish = (await readNoticeWish(context, clerk.userName)) ?? NOTHING;
    return html(<NoticePage {...{ clerk, wish, hasMail }} isDone={call.req.query('feito') !== undefined} />);
  });

  routes.post('/avisos', SMALL_FORM, async (call) => {
    const fields = await readFields(call.req.raw, 'endereco', 'novos', 'prazo', 'quem');
    const { endereco, novos, prazo, quem: writer } = fields;
    const wish = { email: endereco.trim(), wantsNew: novos !== '', wantsOverdue: prazo !== '' };
    const clerk = await findWriter(context, call, writer);
    if (!clerk) return html(<EndedPage form={<NoticeForm {...{ writer, wish }} problems={[]} />} />, 401);
    const needsAddress = wish.wantsNew || wish.wantsOverdue || wish.email !== '';
    if (needsAddress && !isAddress(wish.email)) {
      const sentence = 'Escreva um endereço de correio eletrónico, como ana@exemplo.pt';
      const problems = [{ fieldId: 'endereco', sentence }];
      return html(<NoticePage {...{ clerk, wish, hasMail, problems }} />, 422);
    }
    await keepNoticeWish(context, clerk.userName, wish);
    return goTo(`${NOTICES_PATH}?feito`);
  });
}

const NOTICES_PATH = '/balcao/avisos';

interface NoticePageProps {
  clerk: Clerk;
  wish: NoticeWish;
  /** Whether the server sends mails at all. */
  hasMail: boolean;
  problems?: readonly Problem[];
  isDone?: boolean;
}

function NoticePage({ clerk, wish, hasMail, problems = [], isDone = false }: NoticePageProps) {
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

function NoticeForm({ writer, wish, problems }: NoticeFormProps) {
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
