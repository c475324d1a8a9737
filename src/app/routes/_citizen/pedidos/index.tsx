import { createFileRoute } from '@tanstack/react-router';
import { readListSearch } from '../../../../features/request-list/list-search.ts';
import { RequestListPage } from '../../../../features/request-list/request-list-page.tsx';
import { fetchWords } from '../../../fetch-words.ts';

export const Route = createFileRoute('/_citizen/pedidos/')({
  validateSearch: readListSearch,
  beforeLoad: () => fetchWords('requests'),
  component: RequestList,
});

function RequestList() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RequestListPage
      search={search}
      onSearch={(next, replace) => void navigate({ search: next, replace, resetScroll: false })}
    />
  );
}
