/** @jsxImportSource hono/jsx */
import { Page } from './page.tsx';
import { signInPath } from './paths.ts';
import type { PostedAct } from './posted-act.ts';
import { Words } from './said.tsx';

interface KeptPageProps {
  reference: string;
  posted: PostedAct;
  /** Not what came from somebody who signed out meanwhile: it can be copied. */
  isKept: boolean;
}

/** What was written while the session ran out is kept, and stands in the page of the request once its clerk has signed in. */
export function KeptPage({ reference, posted: { body }, isKept }: KeptPageProps) {
  return (
    <Page title="A sessão terminou" clerk={null}>
      <h1>A sessão terminou</h1>
      <p>
        {isKept
          ? 'Nada foi enviado. O que escreveu ficou guardado e está no pedido quando iniciar sessão.'
          : 'Nada foi enviado, nem guardado. Copie o que escreveu antes de iniciar sessão.'}
      </p>
      <p class="way">
        <a href={signInPath(reference)}>Iniciar sessão</a>
      </p>
      {body !== '' && (
        <section class="block">
          <h2>O que escreveu</h2>
          <Words text={body} />
        </section>
      )}
    </Page>
  );
}
