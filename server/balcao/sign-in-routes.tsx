/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import { endClerkSession } from '../clerks/clerk-sessions.ts';
import { signInClerk } from '../clerks/clerk-sign-in.ts';
import type { Context } from '../context.ts';
import { html } from './answers.tsx';
import { readSecret, sendSecret } from './clerk-cookie.ts';
import { codePath, pathAfter, referenceOf } from './paths.ts';
import { SignInPage } from './sign-in-page.tsx';
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
