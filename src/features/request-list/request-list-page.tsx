import { useTranslation } from 'react-i18next';
import { useOwn, useThrottledQuery } from '../../db/core/database-context.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Searchable } from './list-search.ts';
import { type InitialCards, type InitialList, readListSummary } from './list-summary.ts';
import { RequestList } from './request-list.tsx';

interface RequestListPageProps extends Searchable {
  /** What was read of the list before it is shown. */
  initial: InitialList | null;
}

const NO_CARDS: InitialCards = { needsYou: [], inProgress: [], finished: [] };

export function RequestListPage({ initial, search, onSearch }: RequestListPageProps) {
  const { t } = useTranslation(['requests', 'common']);
  const own = useOwn(initial);
  const summary = useThrottledQuery(readListSummary, [], own?.summary);
  const title = t('title');
  const unread = summary?.unread ?? 0;
  const page = unread > 0 ? t('titleWithUnread', { count: unread, title }) : title;
  return (
    <Page title={t('common:pageTitle', { page })} heading={title} width="wide">
      {summary ? (
        <RequestList
          summary={summary}
          initialCards={own?.cards ?? NO_CARDS}
          search={search}
          onSearch={onSearch}
        />
      ) : (
        <Skeleton label={t('loading')} />
      )}
    </Page>
  );
}
