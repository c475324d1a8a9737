import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, isDay } from '../../../domain/lisbon-date.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { setReminder } from '../../db/requests/move-by-day.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { DateField } from '../../ui/text-field.tsx';

interface ReminderDialogProps {
  request: RequestRow;
  /** The server's day, yyyy-mm-dd. */
  today: string;
  onClose: () => void;
}

/** Asks for the day of a reminder, which stays on this device. */
export function ReminderDialog({ request, today, onClose }: ReminderDialogProps) {
  const { t, i18n } = useTranslation('thread');
  const db = useDatabase();
  const { id, remindOn } = request;
  const earliest = addDays(today, 1);
  const [day, setDay] = useState(remindOn ?? earliest);
  const [isWrong, setWrong] = useState(false);
  const { status, start } = useOnce(keep);

  async function keep() {
    const isTaken = isDay(day) && day >= earliest;
    setWrong(!isTaken);
    if (!isTaken) {
      document.getElementById('remind-on')?.focus();
      return false;
    }
    await setReminder(db, id, day, new Date());
    announce(t('reminder.kept', { date: formatDay(day, i18n.language) }));
    onClose();
    return false;
  }

  return (
    <Dialog
      title={t('reminder.set')}
      onClose={onClose}
      closeLabel={t('reminder.cancel')}
      actions={
        <Button variant="secondary" type="button" onClick={() => void start()}>
          {t('reminder.keep')}
        </Button>
      }
    >
      <DateField
        id="remind-on"
        label={t('reminder.day')}
        hint={t('reminder.hint')}
        error={isWrong ? t('reminder.tooEarly') : undefined}
        min={earliest}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      {status === 'failed' && <Alert title={t('notKept')} />}
    </Dialog>
  );
}
