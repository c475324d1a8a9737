/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import { endClerkSession } from '../clerks/clerk-sessions.ts';
import { signInClerk } from '../clerks/clerk-sign-in.ts';
import type { Context } from '../context.ts';
import { html } from './answers.tsx';
import { readSecret, sendSecret } from './clerk-cookie.ts';
import { Field, Page, type Problem, Submit } from './page.tsx';
import { codePath, pathAfter, referenceOf } from './paths.ts';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { tellRefusal, triesFrom } from './tried.ts';

const WRONG = {
  fieldId: 'palavra-chave',
  sentence: 'O nome de utilizador ou a palavra-chave não estão certos',
};

export function signInRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/entrar', (call) => {
    const done = call.req.query('saiu') === undefined ? undefined : 'Terminou a sessão.';
    return html(<SignInPage reference={referenceOf(call.req.query('pedido'))} done={done} />);
  });

  routes.post('/entrar', SMALL_FORM, async (call) => {
    const fields = await readFields(call.req.raw, 'utilizador', 'palavra-chave', 'pedido');
    const userName = fields.utilizador.trim().toLowerCase();
    const reference = referenceOf(fields.pedido);
    const tried = { ...triesFrom(context, call, userName), password: fields['palavra-chave'] };
    const begun = await signInClerk(context, tried, readSecret(context, call));
    if (!('secret' in begun)) {
      const { status, headers, problem } = tellRefusal(begun, WRONG);
      const page = <SignInPage reference={reference} userName={userName} problems={[problem]} />;
      return html(page, status, headers);
    }
    sendSecret(context, call, begun.secret);
    return call.redirect(begun.status === 'needsCode' ? codePath(reference) : pathAfter(reference), 303);
  });

  routes.post('/sair', SMALL_FORM, async (call) => {
    await endClerkSession(context.db, readSecret(context, call));
    sendSecret(context, call, '');
    return call.redirect('/balcao/entrar?saiu', 303);
  });
}

interface SignInPageProps {
  /** The request that the clerk asked for before the sign-in; null: none. */
  reference: string | null;
  userName?: string;
  problems?: readonly Problem[];
  done?: string | undefined;
}

function SignInPage({ reference, userName = '', problems = [], done }: SignInPageProps) {
  return (
    <Page title="Iniciar sessão" clerk={null} problems={problems} done={done}>
      <h1>Iniciar sessão no Balcão</h1>
      <p>
        Para quem responde aos pedidos. Se quer fazer um pedido, use o <a href="/">e-Clic</a>.
      </p>
      <form method="post" action="/balcao/entrar" class="block">
        {reference !== null && <input type="hidden" name="pedido" value={reference} />}
        <Field id="utilizador" label="Nome de utilizador" problems={problems}>
          {(field) => (
            <input
              {...field}
              name="utilizador"
              value={userName}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              required
            />
          )}
        </Field>
        <Field id="palavra-chave" label="Palavra-chave" problems={problems}>
          {(field) => (
            <input {...field} type="password" name="palavra-chave" autocomplete="current-password" required />
          )}
        </Field>
        <Submit isPrimary>Iniciar sessão</Submit>
      </form>
    </Page>
  );
}
