import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../domain/lisbon-date.ts';
import { isReminderDue } from '../../../domain/reminder.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { setReminder } from '../../db/requests/reminders.ts';
import { formatDay } from '../../lib/format-date.ts';
import { CalendarButton } from '../../parts/calendar-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';

interface ReminderProps {
  request: RequestRow;
  /** The server's day: yyyy-mm-dd. */
  today: string;
}

/** **Lembrar-me a…**: asks for a day, which stays on this device. */
export function ReminderButton({ request, today }: ReminderProps) {
  const { t, i18n } = useTranslation('thread');
  const db = useDatabase();
  const { id, remindOn } = request;
  const earliest = addDays(today, 1);
  const [day, setDay] = useState<string | null>(null);
  const isPossible = day !== null && day >= earliest;
  const [isWrong, setWrong] = useState(false);

  function close() {
    setDay(null);
    setWrong(false);
  }

  async function keep() {
    setWrong(!isPossible);
    if (!isPossible) return document.getElementById('remind-on')?.focus();
    await setReminder(db, id, day, new Date());
    announce(t('reminder.kept', { date: formatDay(day, i18n.language) }));
    close();
  }

  return (
    <>
      <Button
        id="remind"
        variant="quiet"
        type="button"
        icon={AlarmClock}
        onClick={() => setDay(remindOn ?? earliest)}
      >
        {t('reminder.set')}
      </Button>
      <Dialog
        title={t('reminder.set')}
        open={day !== null}
        onClose={close}
        closeLabel={t('reminder.cancel')}
        actions={
          <Button variant="secondary" type="button" onClick={() => void keep()}>
            {t('reminder.keep')}
          </Button>
        }
      >
        <TextField
          id="remind-on"
          type="date"
          label={t('reminder.day')}
          hint={t('reminder.hint')}
          error={isWrong ? t('reminder.tooEarly') : undefined}
          min={earliest}
          value={day ?? ''}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </Dialog>
    </>
  );
}

/** The reminder that was set, or the one whose day has come, with the way to be rid of it. */
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
      <Cluster gap={2}>
        <Button variant="quiet" type="button" onClick={() => void drop()}>
          {t('reminder.drop')}
        </Button>
        {!isDue && (
          <CalendarButton request={request} day={{ what: 'reminder', on: remindOn }} variant="quiet" />
        )}
      </Cluster>
    </Notice>
  );
}
