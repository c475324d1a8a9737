import { createFileRoute } from '@tanstack/react-router';
import { prepareUnsent } from '../../../../features/request-list/list-groups.tsx';
import { type ListFilters, readListFilters } from '../../../../features/request-list/list-search.ts';
import { readList } from '../../../../features/request-list/list-summary.ts';
import { RequestListPage } from '../../../../features/request-list/request-list-page.tsx';
import { useSearchedWords } from '../../../../features/request-list/searched-words.ts';

export const Route = createFileRoute('/_citizen/pedidos/')({
  staticData: { words: ['requests'], next: '/_citizen/rascunhos/$draftId/descricao' },
  // Says what links may name. The router hands on whatever an address has, which the page reads with care.
  validateSearch: (search: ListFilters) => search,
  loader: async ({ context: { services }, location }) => {
    const db = services.session.database();
    const initial = db && (await readList(db, location.state.__TSR_key));
    await prepareUnsent(initial?.summary);
    return initial;
  },
  // A list read ahead would be read for a link, and not for the history entry to which the citizen may go back.
  preload: false,
  component: RequestList,
});

function RequestList() {
  const initial = Route.useLoaderData();
  const filters = readListFilters(Route.useSearch());
  const { words, remember } = useSearchedWords();
  const navigate = Route.useNavigate();
  return (
    <RequestListPage
      initial={initial}
      search={words ? { ...filters, q: words } : filters}
      onSearch={({ q, ...search }, replace) =>
        void navigate({ search, state: { searched: remember(q) }, replace, resetScroll: false })
      }
    />
  );
}
