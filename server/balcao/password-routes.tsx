/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isSamePassword, PASSWORD_MAX_UNITS, type PasswordFault } from '../../domain/chosen-password.ts';
import type { Env } from '../caller.ts';
import { changeOwnPassword } from '../clerks/clerk-sign-in.ts';
import type { Clerk } from '../clerks/clerks.ts';
import { judgeClerksPassword, PASSWORD_MIN_LETTERS } from '../clerks/password.ts';
import type { Context } from '../context.ts';
import { html } from './answers.tsx';
import { sendSecret } from './clerk-cookie.ts';
import { Field, Page, type Problem, Submit } from './page.tsx';
import { requireClerk } from './require-clerk.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { tellRefusal, triesFrom } from './tried.ts';

const WRONG = { fieldId: 'palavra-chave', sentence: 'A palavra-chave atual não está certa' };

const FAULT_WORDS: Record<PasswordFault | 'long' | 'unchanged', string> = {
  short: `A nova palavra-chave tem de ter pelo menos ${PASSWORD_MIN_LETTERS} caracteres`,
  long: `A nova palavra-chave pode ter até ${PASSWORD_MAX_UNITS} caracteres`,
  common: 'A nova palavra-chave é das mais usadas. Escolha outra, que ninguém adivinhe',
  unchanged: 'A nova palavra-chave é igual à atual. Escolha outra',
};

export function passwordRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/palavra-chave', async (call) => {
    const clerk = await requireClerk(context, call);
    return html(<PasswordPage clerk={clerk} isDone={call.req.query('feito') !== undefined} />);
  });

  routes.post('/palavra-chave', SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const fields = await readFields(call.req.raw, 'palavra-chave', 'nova');
    const isSame = isSamePassword(fields['palavra-chave'], fields.nova);
    const fault = isSame ? 'unchanged' : await judgeClerksPassword(fields.nova, clerk);
    if (fault) {
      const problem = { fieldId: 'nova', sentence: FAULT_WORDS[fault] };
      return html(<PasswordPage clerk={clerk} problems={[problem]} />, 422);
    }
    const tried = { ...triesFrom(context, call, clerk.userName), password: fields['palavra-chave'] };
    const secret = await changeOwnPassword(context, tried, fields.nova);
    if (typeof secret !== 'string') {
      const { status, headers, problem } = tellRefusal(secret, WRONG);
      return html(<PasswordPage clerk={clerk} problems={[problem]} />, status, headers);
    }
    sendSecret(context, call, secret);
    return call.redirect('/balcao/palavra-chave?feito', 303);
  });
}

interface PasswordPageProps {
  clerk: Clerk;
  problems?: readonly Problem[];
  isDone?: boolean;
}

function PasswordPage({ clerk, problems = [], isDone = false }: PasswordPageProps) {
  const done = isDone ? 'A palavra-chave foi mudada. As suas outras sessões terminaram.' : undefined;
  return (
    <Page
      title="Mudar a palavra-chave"
      clerk={clerk}
      at="/balcao/palavra-chave"
      problems={problems}
      done={done}
    >
      <h1>Mudar a palavra-chave</h1>
      <form method="post" action="/balcao/palavra-chave" class="block">
        <Field id="palavra-chave" label="Palavra-chave atual" problems={problems}>
          {(field) => (
            <input {...field} type="password" name="palavra-chave" autocomplete="current-password" required />
          )}
        </Field>
        <Field
          id="nova"
          label="Nova palavra-chave"
          hint={`Pelo menos ${PASSWORD_MIN_LETTERS} caracteres, que não use noutro sítio.`}
          problems={problems}
        >
          {(field) => <input {...field} type="password" name="nova" autocomplete="new-password" required />}
        </Field>
        <Submit isPrimary>Mudar palavra-chave</Submit>
      </form>
    </Page>
  );
}
