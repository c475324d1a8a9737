import { Link } from '@tanstack/react-router';
import { ChartColumn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../contract/types.ts';
import { UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import type { StatisticsLine } from '../../db/search/request-statistics.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Figures } from './figures.tsx';
import { OverviewTable } from './overview-table.tsx';
import { useOverview } from './use-overview.ts';

export function OverviewPage() {
  const { t } = useTranslation(['overview', 'common', 'requests']);
  const { overview, hasFailed } = useOverview();
  const title = t('title');
  const topicName = ({ id, label }: StatisticsLine) =>
    id === UNKNOWN_TOPIC ? t('requests:topicUnknown') : label;
  // The lines of this table are the kinds.
  const kindName = ({ id }: StatisticsLine) => t(`requests:kind.${id as RequestKind}`);
  return (
    <Page
      title={t('common:pageTitle', { page: title })}
      heading={title}
      width="wide"
      before={<Link to={ADDRESSES.requests}>{t('back')}</Link>}
    >
      {hasFailed && (
        <Notice tone="danger">
          <p>{t('failed')}</p>
        </Notice>
      )}
      {!overview && !hasFailed && <Skeleton label={t('loading')} />}
      {overview?.total === 0 && (
        <EmptyState title={t('empty')} icon={ChartColumn}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      {overview && overview.total > 0 && (
        <>
          <Figures overview={overview} year={overview.year} />
          <h2>{t('byTopic')}</h2>
          <OverviewTable of="topic" lines={overview.byTopic} nameOf={topicName} />
          <h2>{t('byKind')}</h2>
          <OverviewTable of="kind" lines={overview.byKind} nameOf={kindName} />
        </>
      )}
    </Page>
  );
}
