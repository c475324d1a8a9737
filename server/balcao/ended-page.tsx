/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Page, type Problem } from './page.tsx';
import { signInPath } from './paths.ts';
import type { PostedAct } from './posted-act.ts';
import { TypedText } from './said.tsx';
import { wordsOf } from './words.ts';

/** Shown where the session ran out while a clerk wrote. The form stays here with their words until they have signed in in another tab. */
export function EndedPage({ form }: { form: Child }) {
  return (
    <Page title="A sessão terminou" clerk={null}>
      <h1>A sessão terminou</h1>
      <p>
        Nada foi enviado. Inicie sessão noutro separador, regresse aqui e envie de novo. Se tinha escolhido
        ficheiros, escolha-os outra vez.
      </p>
      <p class="way">
        <a href="/balcao/entrar" target="_blank" rel="noopener">
          Iniciar sessão (abre outro separador)
        </a>
      </p>
      <section class="block">
        <h2>O que escreveu</h2>
        {form}
      </section>
    </Page>
  );
}

interface KeptPageProps {
  reference: string;
  posted: PostedAct;
  /** False: the clerk can only copy the words. They signed out while the form was on its way, or have other words on their way. */
  isKept: boolean;
  /** What is not kept with the words. */
  problems: readonly Problem[];
}

/** Shown where the session ran out while a clerk wrote. Their words are kept, and stand in the page of the request after the next sign-in. */
export function KeptPage({ reference, posted, isKept, problems }: KeptPageProps) {
  const words = wordsOf(posted);
  return (
    <Page title="A sessão terminou" clerk={null}>
      <h1>A sessão terminou</h1>
      <p>
        {isKept
          ? 'Nada foi enviado. O que escreveu ficou guardado e está no pedido quando iniciar sessão.'
          : 'Nada foi enviado, nem guardado. Copie o que escreveu antes de iniciar sessão.'}
      </p>
      {problems.map(({ sentence }) => (
        <p key={sentence}>{sentence}.</p>
      ))}
      <p class="way">
        <a href={signInPath(reference)}>Iniciar sessão</a>
      </p>
      {words !== '' && (
        <section class="block">
          <h2>O que escreveu</h2>
          <TypedText text={words} />
        </section>
      )}
    </Page>
  );
}
