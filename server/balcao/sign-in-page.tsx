/** @jsxImportSource hono/jsx */
import { Field, Page, type Problem, Submit } from './page.tsx';

interface SignInPageProps {
  /** The request that the clerk asked for before the sign-in; null: none. */
  reference: string | null;
  userName?: string;
  problems?: readonly Problem[];
  done?: string | undefined;
}

export function SignInPage({ reference, userName = '', problems = [], done }: SignInPageProps) {
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
