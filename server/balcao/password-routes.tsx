/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { addressOf, type Env } from '../caller.ts';
import { changeOwnPassword } from '../clerks/clerk-sign-in.ts';
import { PASSWORD_MIN_LETTERS } from '../clerks/password.ts';
import type { Context } from '../context.ts';
import { html } from './answers.tsx';
import { sendSecret } from './clerk-cookie.ts';
import { PasswordPage } from './password-page.tsx';
import { requireClerk } from './require-clerk.ts';
import { refusalWords } from './sign-in-routes.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';

export function passwordRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/palavra-chave', async (call) => {
    const clerk = await requireClerk(context, call);
    return html(<PasswordPage clerk={clerk} isDone={call.req.query('feito') !== undefined} />);
  });

  routes.post('/palavra-chave', SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const fields = await readFields(call.req.raw, 'palavra-chave', 'nova');
    if (fields.nova.length < PASSWORD_MIN_LETTERS) {
      const sentence = `A nova palavra-chave tem de ter pelo menos ${PASSWORD_MIN_LETTERS} caracteres`;
      return html(<PasswordPage clerk={clerk} problems={[{ fieldId: 'nova', sentence }]} />, 422);
    }
    const { userName } = clerk;
    const tried = { userName, password: fields['palavra-chave'], address: addressOf(context, call) };
    const secret = await changeOwnPassword(context, tried, fields.nova);
    if (typeof secret !== 'string') {
      const page = <PasswordPage clerk={clerk} problems={[refusalWords(secret)]} />;
      return html(page, secret.status === 'blocked' ? 429 : 422);
    }
    sendSecret(context, call, secret);
    return call.redirect('/balcao/palavra-chave?feito', 303);
  });
}
