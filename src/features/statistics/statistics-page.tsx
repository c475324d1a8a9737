import { Link } from '@tanstack/react-router';
import { ChartColumn } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../../contract/types.ts';
import { serverDay } from '../../../domain/lisbon-date.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import { useRequestSearch } from '../../db/search/request-search.ts';
import type { RequestStatistics, StatisticsLine } from '../../db/search/request-statistics.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useTopicLabels } from '../../parts/use-reader-topic.ts';
import { Alert } from '../../ui/alert.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './statistics.module.css';

type CountedStatistics = RequestStatistics & { year: string };

const COLUMNS = ['needsYou', 'inProgress', 'finished', 'total'] as const;

export function StatisticsPage() {
  const { t } = useTranslation(['statistics', 'common', 'requests']);
  const { statistics, hasFailed } = useStatistics();
  const title = t('title');
  const topicName = ({ id, label }: StatisticsLine) =>
    id === UNKNOWN_TOPIC ? t('requests:topicUnknown') : label;
  // Each line of this table is a kind.
  const kindName = ({ id }: StatisticsLine) => t(`requests:kind.${id as RequestKind}`);
  return (
    <Page
      title={t('common:pageTitle', { page: title })}
      heading={title}
      width="wide"
      before={<Link to={ADDRESSES.requests}>{t('back')}</Link>}
    >
      {hasFailed && <Alert title={t('failed')} />}
      {!statistics && !hasFailed && <Skeleton label={t('loading')} />}
      {statistics?.total === 0 && (
        <EmptyState title={t('empty')} icon={ChartColumn}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      {statistics && statistics.total > 0 && (
        <>
          <Figures {...statistics} />
          <h2>{t('byTopic')}</h2>
          <StatisticsTable of="topic" lines={statistics.byTopic} nameOf={topicName} />
          <h2>{t('byKind')}</h2>
          <StatisticsTable of="kind" lines={statistics.byKind} nameOf={kindName} />
        </>
      )}
    </Page>
  );
}

function Figures({ needsYou, inProgress, answeredThisYear, medianWorkingDays, year }: CountedStatistics) {
  const { t, i18n } = useTranslation('statistics');
  const figure = new Intl.NumberFormat(i18n.language);
  const counts = [
    { label: t('needsYou'), value: needsYou },
    { label: t('inProgress'), value: inProgress },
    { label: t('answeredThisYear', { year }), value: answeredThisYear },
  ];
  return (
    <>
      <dl className={styles.figures}>
        {counts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={styles.figure}>{figure.format(value)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('median', { year })}</dt>
          {medianWorkingDays === null ? (
            <dd>{t('noMedian')}</dd>
          ) : (
            <dd className={styles.figure}>
              {t('days', { count: medianWorkingDays, shown: figure.format(medianWorkingDays) })}
            </dd>
          )}
        </div>
      </dl>
      {medianWorkingDays !== null && (
        <p>
          <strong>{t('median', { year })}.</strong> {t('medianHint')}
        </p>
      )}
      <p>{t('countedOn')}</p>
    </>
  );
}

interface StatisticsTableProps {
  of: 'topic' | 'kind';
  lines: StatisticsLine[];
  nameOf: (line: StatisticsLine) => string;
}

/** A table of counts. Its bars show the totals, which are also in figures. */
function StatisticsTable({ of, lines, nameOf }: StatisticsTableProps) {
  const { t, i18n } = useTranslation('statistics');
  const most = Math.max(...lines.map(({ total }) => total));
  const figure = new Intl.NumberFormat(i18n.language);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>{t(`caption.${of}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`column.${of}`)}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{nameOf(line)}</bdi>
                <span className={styles.track} aria-hidden="true">
                  <span className={styles.bar} style={{ inlineSize: `${(100 * line.total) / most}%` }} />
                </span>
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className={styles.number}>
                  <span className={styles.columnName}>{t(`column.${column}`)}</span>
                  <span>{figure.format({ ...line.counts, total: line.total }[column])}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Returns the statistics, which are counted again when requests change. */
function useStatistics() {
  const search = useRequestSearch(useTopicLabels());
  const [statistics, setStatistics] = useState<CountedStatistics | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const facts = useQuery(async (db) => {
    const [{ clockOffsetMs }, { extraHolidays }] = await Promise.all([readSyncState(db), readLimits(db)]);
    return { clockOffsetMs, holidays: extraHolidays.join() };
  });
  const today = facts ? serverDay(new Date(), facts.clockOffsetMs) : null;
  const holidays = facts?.holidays ?? '';

  useEffect(() => {
    if (!search || today === null) return;
    const extraHolidays = holidays === '' ? [] : holidays.split(',');
    let isCurrent = true;

    function count(day: string): void {
      search?.countStatistics({ today: day, extraHolidays }).then(
        (counted) => {
          if (!isCurrent) return;
          setStatistics({ ...counted, year: day.slice(0, 4) });
          setHasFailed(false);
        },
        () => isCurrent && setHasFailed(true),
      );
    }

    count(today);
    const stop = search.subscribe(() => count(today));
    return () => {
      isCurrent = false;
      stop();
    };
  }, [search, today, holidays]);

  return { statistics, hasFailed };
}
