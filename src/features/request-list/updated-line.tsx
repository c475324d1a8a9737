import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import styles from './request-list.module.css';

interface UpdatedLineProps {
  /** By the device's clock, as `now`. */
  lastSuccessAt: string | null;
  /** How many requests have come by now. */
  soFar: number;
  now: Date;
}

export function UpdatedLine({ lastSuccessAt, soFar, now }: UpdatedLineProps) {
  const { t, i18n } = useTranslation('requests');
  if (lastSuccessAt === null) {
    return (
      <p className={styles.updated}>{soFar === 0 ? t('fetching') : t('fetchingSoFar', { count: soFar })}</p>
    );
  }
  const isToday = lisbonDate(lastSuccessAt) === lisbonDate(now);
  return (
    <p className={styles.updated}>
      {isToday
        ? t('updatedToday', { time: formatTime(lastSuccessAt, i18n.language) })
        : t('updatedOn', { moment: formatDateTime(lastSuccessAt, i18n.language) })}
    </p>
  );
}
