import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import styles from './request-list.module.css';

interface ListFootProps {
  /** Null before the first answer, of which the list says more. */
  lastSuccessAt: string | null;
  hasAny: boolean;
}

/** Below the cards: how fresh they are, and all of them in figures. */
export function ListFoot({ lastSuccessAt, hasAny }: ListFootProps) {
  const { t, i18n } = useTranslation('requests');
  const isToday = lastSuccessAt !== null && lisbonDate(lastSuccessAt) === lisbonDate(new Date());
  return (
    <div className={styles.foot}>
      {lastSuccessAt !== null && (
        <p className={styles.small}>
          {isToday
            ? t('updatedToday', { time: formatTime(lastSuccessAt, i18n.language) })
            : t('updatedOn', { moment: formatDateTime(lastSuccessAt, i18n.language) })}
        </p>
      )}
      {hasAny && <Link to={ADDRESSES.statistics}>{t('find.statistics')}</Link>}
    </div>
  );
}
