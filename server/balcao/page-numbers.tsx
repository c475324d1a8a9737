/** @jsxImportSource hono/jsx */

/** How many page numbers stand on each side of the current one. */
const NEAR = 2;

interface PageNumbersProps {
  /** Counted from 1, as is `last`. */
  page: number;
  last: number;
  pathOf(page: number): string;
}

/** The way from one page of a long list to the others. */
export function PageNumbers({ page: current, last, pathOf }: PageNumbersProps) {
  if (last <= 1) return null;
  const near = Array.from({ length: 2 * NEAR + 1 }, (_, step) => current - NEAR + step);
  const shown = [...new Set([1, ...near, last])].filter((page) => page >= 1 && page <= last);
  return (
    <nav aria-label="Páginas" class="pages">
      <ul>
        {shown.map((page, at) => (
          <li key={page}>
            {at > 0 && page - (shown[at - 1] ?? 0) > 1 && <span aria-hidden="true">…</span>}
            <a
              href={pathOf(page)}
              aria-label={`Página ${page}`}
              aria-current={page === current ? 'page' : undefined}
            >
              {page}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
