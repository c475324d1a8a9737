import { useTranslation } from 'react-i18next';
import type { RequestStatistics } from '../../db/search/request-statistics.ts';
import styles from './overview.module.css';

interface FiguresProps {
  overview: RequestStatistics;
  year: string;
}

export function Figures({ overview, year }: FiguresProps) {
  const { t, i18n } = useTranslation('overview');
  const figure = new Intl.NumberFormat(i18n.language);
  const { needsYou, inProgress, answeredThisYear, medianWorkingDays } = overview;
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
            <>
              <dd className={styles.figure}>
                {t('days', { count: medianWorkingDays, shown: figure.format(medianWorkingDays) })}
              </dd>
              <dd>{t('medianHint')}</dd>
            </>
          )}
        </div>
      </dl>
      <p>{t('countedOn')}</p>
    </>
  );
}
