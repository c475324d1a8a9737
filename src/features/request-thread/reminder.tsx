import { AlarmClock } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReminderDue } from '../../../domain/request-state.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { setReminder } from '../../db/requests/move-by-day.ts';
import { CalendarButton } from '../../parts/calendar-button.tsx';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';

const ReminderDialog = lazyPart(() => import('./reminder-dialog.tsx'), 'ReminderDialog');

interface ReminderProps {
  request: RequestRow;
  /** The server's day, yyyy-mm-dd. */
  today: string;
}

/** **Lembrar-me a…**: sets a reminder, which stays on this device. */
export function ReminderButton({ request, today }: ReminderProps) {
  const { t } = useTranslation('thread');
  /** The press that opened the dialog: another one asks anew for a dialog whose code has not come. */
  const [press, setPress] = useState<number | null>(null);

  return (
    <>
      <Button
        id="remind"
        variant="quiet"
        type="button"
        icon={AlarmClock}
        onClick={() => setPress((press ?? 0) + 1)}
      >
        {t('reminder.set')}
      </Button>
      {press !== null && (
        <Suspense>
          <ReminderDialog key={press} request={request} today={today} onClose={() => setPress(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Shows the reminder that is set or due, with a button to remove it. */
export function ReminderLine({ request, today }: ReminderProps) {
  const { t, i18n } = useTranslation('thread');
  const db = useDatabase();
  const focusOn = useFocusOn();
  const { id, remindOn } = request;
  if (!remindOn) return null;
  const date = formatDay(remindOn, i18n.language);
  const isDue = isReminderDue(remindOn, today);

  async function drop() {
    await setReminder(db, id, undefined, new Date());
    announce(t('reminder.dropped'));
    focusOn('#remind');
  }

  return (
    <Notice tone="info" icon={AlarmClock} title={t(isDue ? 'reminder.due' : 'reminder.ahead', { date })}>
      <Cluster>
        <Button variant="quiet" type="button" onClick={() => void drop()}>
          {t('reminder.drop')}
        </Button>
        {!isDue && <CalendarButton request={request} day={{ what: 'reminder', on: remindOn }} />}
      </Cluster>
    </Notice>
  );
}
