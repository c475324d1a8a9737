/** @jsxImportSource hono/jsx */
import type { Context as Call, Hono } from 'hono';
import type { Env } from '../caller.ts';
import { confirmClerkCode } from '../clerks/confirm-code.ts';
import { findWaiting, type WaitingSignIn } from '../clerks/waiting-sign-in.ts';
import type { Context } from '../context.ts';
import { goTo, html, textOfPage } from './answers.tsx';
import { readSecret, rememberBrowser, sendSecret } from './clerk-cookie.ts';
import { CodePage, RecoveryCodesPage, SetUpPage } from './code-page.tsx';
import { pathAfter, referenceOf, signInPath } from './paths.ts';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { tellRefusal, triesFrom } from './tried.ts';

const WRONG = {
  fieldId: 'codigo',
  sentence: 'O código não está certo, ou já foi usado. Espere pelo seguinte e escreva-o',
};

export function codeRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/codigo', async (call) => {
    const reference = referenceOf(call.req.query('pedido'));
    const waiting = await requireWaiting(context, call, reference);
    return html(pageOf(waiting, { reference, problems: [] }));
  });

  routes.post('/codigo', SMALL_FORM, async (call) => {
    const fields = await readFields(call.req.raw, 'codigo', 'pedido');
    const reference = referenceOf(fields.pedido);
    const waiting = await requireWaiting(context, call, reference);
    const from = triesFrom(context, call, waiting.userName);
    const typed = { secret: readSecret(context, call), code: fields.codigo };
    const confirmed = await confirmClerkCode(context, from, typed);
    if (confirmed.status === 'gone') throw goTo(signInPath(reference));
    if (confirmed.status !== 'signedIn') {
      const { status, headers, problem } = tellRefusal(confirmed, WRONG);
      return html(pageOf(waiting, { reference, problems: [problem] }), status, headers);
    }
    sendSecret(context, call, confirmed.secret);
    rememberBrowser(context, call, from.userName, from.browser);
    const { recoveryCodes } = confirmed;
    if (recoveryCodes === null) return call.redirect(pathAfter(reference), 303);
    const page = <RecoveryCodesPage codes={recoveryCodes} next={pathAfter(reference)} />;
    return call.html(textOfPage(page));
  });
}

async function requireWaiting(
  context: Context,
  call: Call<Env>,
  reference: string | null,
): Promise<WaitingSignIn> {
  const waiting = await findWaiting(context, context.db, readSecret(context, call));
  if (!waiting) throw goTo(signInPath(reference));
  return waiting;
}

function pageOf({ isSetUp, totpSecret, userName }: WaitingSignIn, asked: Parameters<typeof CodePage>[0]) {
  return isSetUp ? <CodePage {...asked} /> : <SetUpPage {...asked} secret={totpSecret} userName={userName} />;
}
