import { useTranslation } from 'react-i18next';
import { useCalmQuery } from '../../db/use-calm-query.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Searchable } from './list-search.ts';
import { readOverview } from './read-overview.ts';
import { RequestList } from './request-list.tsx';

export function RequestListPage({ search, onSearch }: Searchable) {
  const { t } = useTranslation(['requests', 'common']);
  const overview = useCalmQuery(readOverview);
  const title = t('title');
  const unread = overview?.unread ?? 0;
  const page = unread > 0 ? t('titleWithUnread', { count: unread, title }) : title;
  return (
    <Page title={t('common:pageTitle', { page })} heading={title} width="wide">
      {overview ? (
        <RequestList overview={overview} search={search} onSearch={onSearch} />
      ) : (
        <Skeleton label={t('loading')} />
      )}
    </Page>
  );
}
