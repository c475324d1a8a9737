/** @jsxImportSource hono/jsx */
import type { Context as Call, Hono } from 'hono';
import type { Env } from '../caller.ts';
import { confirmClerkCode } from '../clerks/confirm-code.ts';
import { totpAddress } from '../clerks/totp.ts';
import { findWaiting, type WaitingSignIn } from '../clerks/waiting-sign-in.ts';
import type { Context } from '../context.ts';
import { goTo, html, textOfPage } from './answers.tsx';
import { readSecret, rememberBrowser, sendSecret } from './clerk-cookie.ts';
import { Field, Page, type Problem, Submit } from './page.tsx';
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

function pageOf({ isSetUp, totpSecret, userName }: WaitingSignIn, asked: CodePageProps) {
  return isSetUp ? <CodePage {...asked} /> : <SetUpPage {...asked} secret={totpSecret} userName={userName} />;
}

const GROUP = /.{4}/g;

interface CodePageProps {
  /** The request that the clerk asked for before the sign-in; null: none. */
  reference: string | null;
  problems: readonly Problem[];
}

function CodePage({ reference, problems }: CodePageProps) {
  return (
    <Page title="Código de verificação" clerk={null} problems={problems}>
      <h1>Código de verificação</h1>
      <p>A palavra-chave está certa. Falta o código que a sua aplicação de códigos mostra agora.</p>
      <CodeForm
        reference={reference}
        problems={problems}
        hint="6 algarismos. Se não tem a aplicação consigo, um dos seus códigos de recuperação."
      />
      <p>
        Perdeu a aplicação e os códigos de recuperação? Fale com quem gere o servidor do e-Clic.{' '}
        <a href="/balcao/entrar">Iniciar sessão com outro nome</a>
      </p>
    </Page>
  );
}

interface SetUpPageProps extends CodePageProps {
  secret: string;
  userName: string;
}

/** The page of the first sign-in, at which the clerk gives an app the key that it makes codes of. */
function SetUpPage({ reference, problems, secret, userName }: SetUpPageProps) {
  return (
    <Page title="Juntar uma aplicação de códigos" clerk={null} problems={problems}>
      <h1>Juntar uma aplicação de códigos</h1>
      <p>
        Para entrar no Balcão são precisas duas coisas: a palavra-chave e um código, que muda a cada meio
        minuto. Só tem de fazer isto uma vez.
      </p>
      <ol>
        <li>Escolha uma aplicação de códigos: uma no telemóvel, ou a do seu gestor de palavras-chave.</li>
        <li>
          Junte nela esta conta. Se está no telemóvel,{' '}
          <a href={totpAddress(secret, userName)}>abra a conta na aplicação</a>. Se não, escreva lá a chave:
          <p class="key">{secret.match(GROUP)?.join(' ')}</p>
        </li>
        <li>Escreva aqui o código que a aplicação mostra.</li>
      </ol>
      <CodeForm reference={reference} problems={problems} hint="6 algarismos." />
    </Page>
  );
}

function CodeForm({ reference, problems, hint }: CodePageProps & { hint: string }) {
  return (
    <form method="post" action="/balcao/codigo" class="block">
      {reference !== null && <input type="hidden" name="pedido" value={reference} />}
      <Field id="codigo" label="Código" hint={hint} problems={problems}>
        {(field) => (
          <input
            {...field}
            name="codigo"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            required
          />
        )}
      </Field>
      <Submit isPrimary>Continuar</Submit>
    </form>
  );
}

interface RecoveryCodesPageProps {
  codes: readonly string[];
  /** The address to which the clerk goes on. */
  next: string;
}

/** The codes are shown this once: the server keeps only their hashes. */
function RecoveryCodesPage({ codes, next }: RecoveryCodesPageProps) {
  return (
    <Page title="Códigos de recuperação" clerk={null} done="A aplicação de códigos está junta.">
      <h1>Códigos de recuperação</h1>
      <p>
        Cada um serve uma vez, em vez do código da aplicação, quando não a tiver consigo. Imprima-os ou
        copie-os, e guarde-os longe do telemóvel. <strong>Não voltam a ser mostrados.</strong>
      </p>
      <ol class="block codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="way">
        <a href={next}>Já os guardei, continuar</a>
      </p>
    </Page>
  );
}
