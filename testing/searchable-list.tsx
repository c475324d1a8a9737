import { useState } from 'react';
import type { ListSearch } from '../src/features/request-list/list-search.ts';
import { RequestListPage } from '../src/features/request-list/request-list-page.tsx';

/** Keeps the list's search in a state of its own, in the place of the address. */
export function SearchableList({ start = {} }: { start?: ListSearch }) {
  const [search, setSearch] = useState<ListSearch>(start);
  return <RequestListPage initial={null} search={search} onSearch={setSearch} />;
}
