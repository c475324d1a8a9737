/** @jsxImportSource hono/jsx */
import { totpAddress } from '../clerks/totp.ts';
import { CodeForm } from './code-page.tsx';
import { Page, type Problem } from './page.tsx';

const GROUP = /.{4}/g;

interface SetUpPageProps {
  reference: string | null;
  problems: readonly Problem[];
  secret: string;
  userName: string;
}

/** The page of the first sign-in, at which the clerk gives an app the key that it makes codes of. */
export function SetUpPage({ reference, problems, secret, userName }: SetUpPageProps) {
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
