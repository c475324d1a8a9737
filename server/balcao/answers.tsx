/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import { ActForm } from './act-forms.tsx';
import { Page } from './page.tsx';
import type { PostedAct } from './posted-act.ts';

type Html = ReturnType<typeof Page>;

/** A whole page as an answer. */
export function html(page: Html, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(`<!doctype html>${page}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  });
}

/** After a post: what the browser then shows can be loaded again without doing it again. */
export function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

export function NotFoundPage({ clerk }: { clerk: Clerk | null }) {
  return (
    <Page title="Não encontrado" clerk={clerk}>
      <h1>Não encontrámos esta página</h1>
      <p>A referência pode estar mal escrita.</p>
      <p>
        <a href="/balcao">Ir para os pedidos à espera</a>
      </p>
    </Page>
  );
}

/** What none of our own forms sends as it came. */
export function RefusedPage() {
  return (
    <Page title="Não foi feito" clerk={null}>
      <h1>Não foi feito</h1>
      <p>
        O que chegou não veio de uma página do Balcão, ou veio incompleto. Abra a página de novo e repita.
      </p>
      <p>
        <a href="/balcao">Ir para os pedidos à espera</a>
      </p>
    </Page>
  );
}

export function TooLargePage() {
  return (
    <Page title="Ficheiros demasiado grandes" clerk={null}>
      <h1>Os ficheiros são demasiado grandes</h1>
      <p>Nada foi enviado. Volte à página anterior e escolha ficheiros mais pequenos.</p>
    </Page>
  );
}

export function BugPage() {
  return (
    <Page title="Problema" clerk={null}>
      <h1>Há um problema com o Balcão</h1>
      <p>Não sabemos se o que fez ficou feito. Abra o pedido de novo para ver como está, antes de repetir.</p>
      <p>
        <a href="/balcao">Ir para os pedidos à espera</a>
      </p>
    </Page>
  );
}

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
        <ActForm path={path} action={posted.action} moves={posted.seenMoves} typed={posted} problems={[]} />
      </section>
    </Page>
  );
}
