import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import type { OutboxRow } from '../../db/core/schema.ts';
import { formatTime } from '../../lib/format-date.ts';
import { useOnline } from '../../parts/use-online.ts';
import { useSession } from '../../state/session.ts';
import { whyWaiting } from './why-waiting.ts';

/** Why an entry is still here, and when the next try is. */
export function WaitingReason({ entry }: { entry: OutboxRow }) {
  const { t, i18n } = useTranslation('sync');
  const online = useOnline();
  const sessionEnded = useSession((session) => session.status === 'ended');
  const connection = useQuery(readSyncState)?.connection ?? 'unknown';
  const why = whyWaiting(entry, { online, sessionEnded, connection, nowMs: Date.now() });
  const time = why.nextAttemptAt && formatTime(new Date(why.nextAttemptAt).toISOString(), i18n.language);
  return (
    <p>
      {t(`reason.${why.reason}`, { name: entry.missingFileName ?? '' })}
      {time && ` ${t('nextAttempt', { time })}`}
    </p>
  );
}
