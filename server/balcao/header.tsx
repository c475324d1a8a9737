/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';

export type HeaderPath = (typeof PLACES)[number]['path'];

const PLACES = [
  { path: '/balcao', words: 'Pedidos', isOfSupervisors: false },
  { path: '/balcao/respostas', words: 'Respostas', isOfSupervisors: false },
  { path: '/balcao/reclamacoes', words: 'Reclamações', isOfSupervisors: false },
  { path: '/balcao/numeros', words: 'Números', isOfSupervisors: true },
  { path: '/balcao/servicos', words: 'Serviços', isOfSupervisors: true },
  { path: '/balcao/registo', words: 'Registo', isOfSupervisors: true },
  { path: '/balcao/avisos', words: 'Avisos', isOfSupervisors: false },
  { path: '/balcao/palavra-chave', words: 'Palavra-chave', isOfSupervisors: false },
] as const;

interface HeaderProps {
  /** Null: nobody is signed in, and the header has no navigation. */
  clerk: Clerk | null;
  at: HeaderPath | undefined;
}

/** The header is one row at every width. The style sheet shows either the links or, where they have no room, the menu that holds the same ones. */
export function Header({ clerk, at }: HeaderProps) {
  return (
    <header>
      <div class={clerk?.isSupervisor ? 'bar many' : 'bar'}>
        <a class="brand" href="/balcao">
          <WordMark />
          <span>
            Balcão <span class="unseen">e-Clic</span>
          </span>
        </a>
        {clerk && (
          <div class="beside">
            <Places clerk={clerk} at={at} />
            <Leave clerk={clerk} />
          </div>
        )}
        {clerk && (
          <details class="menu">
            <summary>Menu</summary>
            <div>
              <Places clerk={clerk} at={at} />
              <Leave clerk={clerk} />
            </div>
          </details>
        )}
      </div>
    </header>
  );
}

function Places({ clerk, at }: { clerk: Clerk; at: HeaderPath | undefined }) {
  return (
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
  );
}

function Leave({ clerk }: { clerk: Clerk }) {
  return (
    <form method="post" action="/balcao/sair" class="leave">
      <span>{clerk.name}</span>
      <button type="submit" class="secondary">
        Terminar sessão
      </button>
    </form>
  );
}

/** The app's word mark, which the app's style sheet draws. */
function WordMark() {
  return (
    <span class="mark">
      <svg viewBox="0 0 124 44" aria-hidden="true" class="drawing">
        <g class="letters">
          <path d="M5 27h18a9 9 0 1 0-2.9 6.6" />
          <path d="M31 25h9" class="accent" />
          <path d="M71.5 14.2a12.5 12.5 0 1 0 0 17.6" />
          <path d="M80 8v27.5" />
          <path d="M91 19v16.5" />
          <path d="M117.4 21.6a9 9 0 1 0 0 10.8" />
        </g>
        <circle cx="91" cy="10.5" r="3.2" class="dot" />
        <path d="M91 3.5V1.5M96.5 6l1.5-1.5M85.5 6L84 4.5" class="rays" />
      </svg>
    </span>
  );
}
