/** @jsxImportSource hono/jsx */
import { ActForm } from './act-forms.tsx';
import { Page } from './page.tsx';
import type { PostedAct } from './posted-act.ts';
import { ACTION_WORDS } from './words.ts';

/** What was written while the session ran out is not lost: it stands here until somebody has signed in beside. */
export function EndedPage({ path, posted }: { path: string; posted: PostedAct }) {
  return (
    <Page title="A sessão terminou" clerk={null}>
      <h1>A sessão terminou</h1>
      <p>
        Nada foi enviado. Inicie sessão noutro separador, regresse aqui e envie de novo. Se tinha escolhido
        ficheiros, escolha-os outra vez.
      </p>
      <p>
        <a href="/balcao/entrar" target="_blank" rel="noopener">
          Iniciar sessão (abre outro separador)
        </a>
      </p>
      <section class="block">
        <h2>O que escreveu</h2>
        <ActForm
          path={path}
          action={posted.action}
          button={ACTION_WORDS[posted.action].button}
          moves={posted.seenMoves}
          typed={posted}
          problems={[]}
        />
      </section>
    </Page>
  );
}
