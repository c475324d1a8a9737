/** @jsxImportSource hono/jsx */
import { PASSWORD_MIN_LETTERS } from '../clerks/chosen-password.ts';
import type { Clerk } from '../clerks/clerks.ts';
import { Field, Page, type Problem, Submit } from './page.tsx';

interface PasswordPageProps {
  clerk: Clerk;
  problems?: readonly Problem[];
  isDone?: boolean;
}

export function PasswordPage({ clerk, problems = [], isDone = false }: PasswordPageProps) {
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
