/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Clerk } from '../clerks/clerks.ts';
import { DONE_FIRST, type Done, DoneBanner } from './done-banner.tsx';
import { Header, type HeaderPath } from './header.tsx';

export interface Problem {
  /** The id of the field that the problem is about; null: it is about the whole page. */
  fieldId: string | null;
  sentence: string;
}

interface PageProps {
  title: string;
  /** Null: nobody is signed in, and the header has no navigation. */
  clerk: Clerk | null;
  /** The link of the header that leads to this page; left out: none does. */
  at?: HeaderPath | undefined;
  /** True for pages with a table, which needs more room than lines of text. */
  isWide?: boolean;
  problems?: readonly Problem[];
  /** What was done: a sentence, or a banner with the next step. */
  done?: string | Done | undefined;
  children?: Child;
}

/** A whole page. It says the same without the style sheet, and every act works without the scripts. */
export function Page({ title, clerk, at, isWide = false, problems = [], done, children }: PageProps) {
  return (
    <html lang="pt-PT">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${problems.length > 0 ? 'Erro: ' : ''}${title} – Balcão e-Clic`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/balcao/estilo.css" />
        {clerk && <script type="module" src="/balcao/atalhos.js" />}
        {clerk && <script type="module" src="/balcao/guardar.js" />}
      </head>
      <body class={isWide ? 'wide' : undefined}>
        <a class="skip" href="#conteudo">
          Saltar para o conteúdo
        </a>
        <Header clerk={clerk} at={at} />
        <main id="conteudo" tabindex={-1}>
          {problems.length > 0 && <ProblemSummary problems={problems} />}
          {typeof done === 'string' && (
            <p class="done" {...DONE_FIRST}>
              {done}
            </p>
          )}
          {typeof done === 'object' && <DoneBanner {...done} />}
          {children}
        </main>
        <footer>
          <p>Balcão do e-Clic, para quem responde aos pedidos.</p>
        </footer>
      </body>
    </html>
  );
}

/** An alert with the focus, which a screen reader reads first. Each sentence leads to its field. */
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

/** What a labelled field says of itself. */
export interface Labelled {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  problems?: readonly Problem[] | undefined;
  children: (described: Labelled) => Child;
}

/** A label above its field. Hint and problems stand between the two and describe the field, so that a screen reader says them too. */
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

/** The button of a form, below its fields. `isPrimary`: it does what the page is for. */
export function Submit({ isPrimary = false, children }: { isPrimary?: boolean; children: string }) {
  return (
    <p class="actions">
      <button type="submit" class={isPrimary ? 'primary' : 'secondary'}>
        {children}
      </button>
    </p>
  );
}
