/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Page } from './page.tsx';

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
