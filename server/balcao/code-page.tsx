/** @jsxImportSource hono/jsx */
import { Field, Page, type Problem } from './page.tsx';

interface CodePageProps {
  /** The request that the clerk asked for before the sign-in; null: none. */
  reference: string | null;
  problems: readonly Problem[];
}

export function CodePage({ reference, problems }: CodePageProps) {
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

export function CodeForm({ reference, problems, hint }: CodePageProps & { hint: string }) {
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
      <p class="actions">
        <button type="submit" class="primary">
          Continuar
        </button>
      </p>
    </form>
  );
}
