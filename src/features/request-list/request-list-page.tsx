import { useTranslation } from 'react-i18next';
import { useOwn, useThrottledQuery } from '../../db/core/database-context.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Searchable } from './list-search.ts';
import type { FirstCards, FirstList } from './read-first-list.ts';
import { readOverview } from './read-overview.ts';
import { RequestList } from './request-list.tsx';

interface RequestListPageProps extends Searchable {
  /** What was read of the list before it is shown. */
  first: FirstList | null;
}

const NO_CARDS: FirstCards = { needsYou: [], inProgress: [], finished: [] };

export function RequestListPage({ first, search, onSearch }: RequestListPageProps) {
  const { t } = useTranslation(['requests', 'common']);
  const own = useOwn(first);
  const overview = useThrottledQuery(readOverview, [], own?.overview);
  const title = t('title');
  const unread = overview?.unread ?? 0;
  const page = unread > 0 ? t('titleWithUnread', { count: unread, title }) : title;
  return (
    <Page title={t('common:pageTitle', { page })} heading={title} width="wide">
      {overview ? (
        <RequestList
          overview={overview}
          firstCards={own?.firstCards ?? NO_CARDS}
          search={search}
          onSearch={onSearch}
        />
      ) : (
        <Skeleton label={t('loading')} />
      )}
    </Page>
  );
}
