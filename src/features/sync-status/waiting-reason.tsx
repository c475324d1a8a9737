import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../db/schema.ts';
import { formatTime } from '../../lib/format-date.ts';

/** Why an entry is still here, and when the next try is. */
export function WaitingReason({ entry }: { entry: OutboxRow }) {
  const { t, i18n } = useTranslation('sync');
  const { waitReason, sending } = entry;
  if (sending === 1) return <p>{t('reason.sending')}</p>;
  // Only these two pass by themselves; the others wait for somebody.
  const retries = waitReason === 'serverDown' || waitReason === 'noConnection';
  const isAhead = entry.nextAttemptAt > Date.now();
  return (
    <p>
      {t(`reason.${waitReason}`, { name: entry.missingFileName ?? '' })}
      {retries && isAhead && (
        <>
          {' '}
          {t('nextAttempt', { time: formatTime(new Date(entry.nextAttemptAt).toISOString(), i18n.language) })}
        </>
      )}
    </p>
  );
}
