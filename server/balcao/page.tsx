/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Clerk } from '../clerks/clerks.ts';

export interface Problem {
  /** The id of the field that it is about; null: it is about the whole. */
  fieldId: string | null;
  sentence: string;
}

interface PageProps {
  title: string;
  /** Null: nobody is signed in, and there is nowhere to go. */
  clerk: Clerk | null;
  /** Which of the places in the header it is, if it is one. */
  at?: (typeof PLACES)[number]['path'] | undefined;
  problems?: readonly Problem[];
  /** What has been done. */
  done?: string | undefined;
  children?: Child;
}

/** One page, whole: the same without styles, and without any script. */
export function Page({ title, clerk, at, problems = [], done, children }: PageProps) {
  return (
    <html lang="pt-PT">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${problems.length > 0 ? 'Erro: ' : ''}${title} – Balcão e-Clic`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/balcao/estilo.css" />
      </head>
      <body>
        <a class="skip" href="#conteudo">
          Saltar para o conteúdo
        </a>
        <Header clerk={clerk} at={at} />
        <main id="conteudo" tabindex={-1}>
          {problems.length > 0 && <ProblemSummary problems={problems} />}
          {done !== undefined && (
            <p class="done" role="status">
              {done}
            </p>
          )}
          {children}
        </main>
        <footer>
          <p>Balcão do e-Clic, para quem responde aos pedidos.</p>
        </footer>
      </body>
    </html>
  );
}

const PLACES = [
  { path: '/balcao', words: 'Pedidos à espera', isOfSupervisors: false },
  { path: '/balcao/respostas', words: 'Respostas guardadas', isOfSupervisors: false },
  { path: '/balcao/servicos', words: 'Serviços', isOfSupervisors: true },
  { path: '/balcao/registo', words: 'Registo', isOfSupervisors: true },
  { path: '/balcao/palavra-chave', words: 'Palavra-chave', isOfSupervisors: false },
] as const;

function Header({ clerk, at }: Pick<PageProps, 'clerk' | 'at'>) {
  return (
    <header>
      <div class="bar">
        <p class="brand">Balcão e-Clic</p>
        {clerk && (
          <nav aria-label="Principal">
            <ul>
              {PLACES.filter(({ isOfSupervisors }) => clerk.isSupervisor || !isOfSupervisors).map(
                ({ path, words }) => (
                  <li key={path}>
                    <a href={path} aria-current={path === at ? 'page' : undefined}>
                      {words}
                    </a>
                  </li>
                ),
              )}
            </ul>
          </nav>
        )}
        {clerk && (
          <form method="post" action="/balcao/sair" class="leave">
            <span>{clerk.name}</span>
            <button type="submit" class="secondary">
              Terminar sessão
            </button>
          </form>
        )}
      </div>
    </header>
  );
}

/** Read first, and each sentence leads to its field. */
function ProblemSummary({ problems }: { problems: readonly Problem[] }) {
  return (
    <div class="problems" role="alert" tabindex={-1} autofocus>
      <h2>Há um problema</h2>
      <ul>
        {problems.map(({ fieldId, sentence }) => (
          <li key={sentence}>{fieldId === null ? sentence : <a href={`#${fieldId}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  problems?: readonly Problem[] | undefined;
  children: (described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => Child;
}

/** A label above its field, with what helps and what is wrong between them, where a screen reader says it too. */
export function Field({ id, label, hint, problems = [], children }: FieldProps) {
  const wrong = problems.filter(({ fieldId }) => fieldId === id);
  const described = [hint ? `${id}-ajuda` : '', wrong.length > 0 ? `${id}-erro` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-ajuda`} class="hint">
          {hint}
        </p>
      )}
      {wrong.length > 0 && (
        <div id={`${id}-erro`} class="wrong">
          {wrong.map(({ sentence }) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(wrong.length > 0 && { 'aria-invalid': 'true' }),
      })}
    </div>
  );
}
