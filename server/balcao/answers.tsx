/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import { Page } from './page.tsx';
import { TypedText } from './said.tsx';

type Html = ReturnType<typeof Page>;

export function textOfPage(page: Html): string {
  return `<!doctype html>${page}`;
}

export function html(page: Html, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(textOfPage(page), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  });
}

/** Redirects after a post: the browser can then load the page again without posting again. */
export function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

function ToList() {
  return (
    <p class="way">
      <a href="/balcao">Ir para os pedidos à espera</a>
    </p>
  );
}

/** `words`: what a clerk wrote about a request that another service has by then, so that they can copy it. */
export function NotFoundPage({ clerk, words = '' }: { clerk: Clerk | null; words?: string }) {
  return (
    <Page title="Não encontrado" clerk={clerk}>
      <h1>Não encontrámos esta página</h1>
      <p>A referência pode estar mal escrita, ou ser de outro serviço.</p>
      {words !== '' && (
        <section class="block">
          <h2>O que escreveu, e não foi enviado agora</h2>
          <TypedText text={words} />
        </section>
      )}
      <ToList />
    </Page>
  );
}

/** A clerk who forwards a request to a service that is not theirs may not read it any more. */
export function ForwardedPage({ clerk }: { clerk: Clerk }) {
  return (
    <Page title="Encaminhado" clerk={clerk} done="Foi encaminhado para outro serviço.">
      <h1>Encaminhado</h1>
      <p>Quem lá trabalha já o pode abrir.</p>
      <ToList />
    </Page>
  );
}

/** The answer to a post that none of our own forms sends. */
export function RefusedPage() {
  return (
    <Page title="Não foi feito" clerk={null}>
      <h1>Não foi feito</h1>
      <p>
        O que chegou não veio de uma página do Balcão, ou veio incompleto. Abra a página de novo e repita.
      </p>
      <ToList />
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

/** For a page to which a form led. */
const LOAD_AGAIN =
  'Daqui a momentos, volte a carregar esta página: tudo o que escreveu e escolheu é enviado de novo. Se o navegador perguntar, confirme.';

export function BusyPage() {
  return (
    <Page title="Demasiado ao mesmo tempo" clerk={null}>
      <h1>Está muito a ser enviado ao mesmo tempo</h1>
      <p>Nada foi enviado. {LOAD_AGAIN}</p>
    </Page>
  );
}

export function BusyDownloadsPage() {
  return (
    <Page title="Demasiado ao mesmo tempo" clerk={null}>
      <h1>Está muito a ser transferido ao mesmo tempo</h1>
      <p>
        Espere que chegue um dos ficheiros que já abriu. Depois, volte à página anterior e abra este de novo.
      </p>
    </Page>
  );
}

/** `isPosted`: a form led here. The browser posts it again when the page is loaded again, and every form of Balcão that is posted twice is done once. */
export function BugPage({ isPosted }: { isPosted: boolean }) {
  return (
    <Page title="Problema" clerk={null}>
      <h1>Há um problema com o Balcão</h1>
      <p>
        Não sabemos se o que fez ficou feito.{' '}
        {isPosted
          ? `${LOAD_AGAIN} Nada é feito duas vezes.`
          : 'Abra o pedido de novo para ver como está, antes de repetir.'}
      </p>
      <ToList />
    </Page>
  );
}
