import { Link } from '@tanstack/react-router';
import { CopyPlus, FileText, MessageSquareWarning, PencilLine, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findDayAhead } from '../../../domain/day-ahead.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { CalendarButton } from '../../parts/calendar-button.tsx';
import { useSession } from '../../state/session.ts';
import { ActionList } from '../../ui/action-list.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { BeginDraftButton } from './begin-draft-button.tsx';
import type { CitizenActions } from './citizen-actions.ts';
import { ReminderButton } from './reminder.tsx';
import styles from './request-thread.module.css';
import { WithdrawButton } from './withdrawal.tsx';

interface ThreadActionsProps {
  request: RequestRow;
  /** The server's day, yyyy-mm-dd. */
  today: string;
  /** The days beyond the national holidays on which the office is closed. */
  extraHolidays: readonly string[];
  actions: CitizenActions;
  mayRate: boolean;
  /** The notice of a withdrawal that waits to be sent. */
  withdrawal: ReactNode;
  /** The download **Descarregar tudo (ZIP)**. */
  download: ReactNode;
  onRate: () => void;
  /** Null while the correction is being written, and when the request cannot be corrected. */
  onCorrect: (() => void) | null;
}

/** The other actions that apply to the request. */
export function ThreadActions(props: ThreadActionsProps) {
  const { request, today, extraHolidays, actions, mayRate, withdrawal, download, onRate, onCorrect } = props;
  const { t } = useTranslation('thread');
  const { primary, mayWithdraw } = actions;
  // A reminder stays on the device, and a shared one forgets it with the citizen.
  const isShared = useSession((session) => session.isShared);
  const day = findDayAhead(request, today, extraHolidays);
  return (
    <section className={styles.actions}>
      <h2 id="request-actions" tabIndex={-1}>
        {t('actions.heading')}
      </h2>
      {withdrawal}
      <ActionList>
        {mayRate && (
          <li>
            <Button id="rate-answer" variant="quiet" type="button" icon={Star} onClick={onRate}>
              {t('actions.rate')}
            </Button>
          </li>
        )}
        {onCorrect && (
          <li>
            <Button id="correct" variant="quiet" type="button" icon={PencilLine} onClick={onCorrect}>
              {t('actions.correction')}
            </Button>
          </li>
        )}
        {primary !== 'newRequest' && (
          <li>
            <BeginDraftButton request={request} what="newRequest" variant="quiet" icon={CopyPlus} />
          </li>
        )}
        {primary !== 'complaint' && (
          <li>
            <BeginDraftButton
              request={request}
              what="complaint"
              variant="quiet"
              icon={MessageSquareWarning}
            />
          </li>
        )}
        <WithdrawButton request={request} isOffered={mayWithdraw} />
        {primary !== 'receipt' && (
          <li>
            <Link to={ADDRESSES.receipt} params={{ requestId: request.id }} className={buttonClass('quiet')}>
              <FileText size={20} />
              {t('receipt')}
            </Link>
          </li>
        )}
        {day && (
          <li>
            <CalendarButton request={request} day={day} />
          </li>
        )}
        {!isShared && (
          <li>
            <ReminderButton request={request} today={today} />
          </li>
        )}
        <li>{download}</li>
      </ActionList>
    </section>
  );
}
