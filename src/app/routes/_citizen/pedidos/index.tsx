import { createFileRoute } from '@tanstack/react-router';
import { readListSearch } from '../../../../features/request-list/list-search.ts';
import { RequestListPage } from '../../../../features/request-list/request-list-page.tsx';

export const Route = createFileRoute('/_citizen/pedidos/')({
  validateSearch: readListSearch,
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
