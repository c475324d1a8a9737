import { Inbox } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/database-context.ts';
import { serverDay } from '../../domain/lisbon-date.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { isEmpty, type Overview, readOverview } from './read-overview.ts';
import { RequestGroup } from './request-groups.tsx';
import { UpdatedLine } from './updated-line.tsx';

const UnsentGroups = lazy(async () => ({ default: (await import('./unsent-groups.tsx')).UnsentGroups }));

export function RequestListPage() {
  const { t } = useTranslation(['requests', 'common']);
  const overview = useQuery(readOverview);
  const title = t('title');
  const unread = overview?.unread ?? 0;
  const page = unread > 0 ? t('titleWithUnread', { count: unread, title }) : title;
  return (
    <Page title={t('common:pageTitle', { page })} heading={title} width="wide">
      {overview ? <Groups overview={overview} /> : <Skeleton label={t('loading')} />}
    </Page>
  );
}

function Groups({ overview }: { overview: Overview }) {
  const { t } = useTranslation('requests');
  const now = new Date();
  const { lastSuccessAt, clockOffsetMs, extraHolidays } = overview;
  const calendar = { today: serverDay(now, clockOffsetMs), extraHolidays };
  // Before the first answer nobody knows whether there are none.
  const showsEmpty = isEmpty(overview) && lastSuccessAt !== null;
  const hasUnsent = overview.waiting.length + overview.drafts.length > 0;
  return (
    <>
      <UpdatedLine lastSuccessAt={lastSuccessAt} now={now} />
      {overview.unread > 0 && <p>{t('unreadCount', { count: overview.unread })}</p>}
      {showsEmpty && (
        <EmptyState title={t('empty.title')} icon={Inbox}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      )}
      <RequestGroup name="needsYou" total={overview.needsYou} calendar={calendar} />
      {hasUnsent && (
        <Suspense fallback={<Skeleton label={t('loading')} />}>
          <UnsentGroups waiting={overview.waiting} drafts={overview.drafts} />
        </Suspense>
      )}
      <RequestGroup name="inProgress" total={overview.inProgress} calendar={calendar} />
      <RequestGroup name="finished" total={overview.finished} calendar={calendar} />
    </>
  );
}
