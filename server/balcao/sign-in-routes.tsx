/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { addressOf, type Env } from '../caller.ts';
import { endClerkSession } from '../clerks/clerk-sessions.ts';
import { type PasswordRefusal, signInClerk } from '../clerks/clerk-sign-in.ts';
import type { Context } from '../context.ts';
import { isReference } from '../office/read-request.ts';
import { html } from './answers.tsx';
import { readSecret, sendSecret } from './clerk-cookie.ts';
import type { Problem } from './page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';

export function signInRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/entrar', (call) => {
    const done = call.req.query('saiu') === undefined ? undefined : 'Terminou a sessão.';
    return html(<SignInPage reference={referenceOf(call.req.query('pedido'))} done={done} />);
  });

  routes.post('/entrar', SMALL_FORM, async (call) => {
    const fields = await readFields(call.req.raw, 'utilizador', 'palavra-chave', 'pedido');
    const userName = fields.utilizador.trim().toLowerCase();
    const reference = referenceOf(fields.pedido);
    const tried = { userName, password: fields['palavra-chave'], address: addressOf(context, call) };
    const secret = await signInClerk(context, tried);
    if (typeof secret === 'string') {
      sendSecret(context, call, secret);
      return call.redirect(reference === null ? '/balcao' : `/balcao/pedidos/${reference}`, 303);
    }
    const page = <SignInPage reference={reference} userName={userName} problems={[refusalWords(secret)]} />;
    return html(page, secret.status === 'blocked' ? 429 : 422);
  });

  routes.post('/sair', SMALL_FORM, async (call) => {
    await endClerkSession(context.db, readSecret(context, call));
    sendSecret(context, call, '');
    return call.redirect('/balcao/entrar?saiu', 303);
  });
}

/** What else stands there leads nowhere. */
function referenceOf(text: string | undefined): string | null {
  return text !== undefined && isReference(text) ? text : null;
}

const MINUTE_S = 60;

export function refusalWords(refusal: PasswordRefusal): Problem {
  if (refusal.status === 'wrong')
    return { fieldId: 'palavra-chave', sentence: 'O nome de utilizador ou a palavra-chave não estão certos' };
  const minutes = Math.ceil(refusal.seconds / MINUTE_S);
  const wait = minutes === 1 ? '1 minuto' : `${minutes} minutos`;
  return { fieldId: null, sentence: `Demasiadas tentativas. Tente de novo dentro de ${wait}` };
}
