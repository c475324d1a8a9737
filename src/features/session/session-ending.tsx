import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../shared/format-date.ts';
import { Dialog } from '../../ui/dialog.tsx';

interface SessionEndingProps {
  /** The time of the end, in milliseconds since the epoch. */
  endsAt: number;
  /** Whose time ends: a session on an own or on a shared device, or that of a tab guest, who has no session. */
  of: 'own' | 'shared' | 'guest';
  onStay: () => void;
}

/** Asks, two minutes before the end and in every tab, whether to go on; one press, or Esc, answers for all tabs. */
export function SessionEnding({ endsAt, of, onStay }: SessionEndingProps) {
  const { t, i18n } = useTranslation('session');
  const time = formatTime(new Date(endsAt).toISOString(), i18n.language);
  return (
    <Dialog
      title={t(of === 'guest' ? 'ending.guestHeading' : 'ending.heading')}
      onClose={onStay}
      closeLabel={t(of === 'guest' ? 'ending.guestStay' : 'ending.stay')}
      closeVariant="primary"
    >
      <p>{t(`ending.${of}Text`, { time })}</p>
    </Dialog>
  );
}
