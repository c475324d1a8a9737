import { useTranslation } from 'react-i18next';
import { formatTime } from '../../lib/format-date.ts';
import { Dialog } from '../../ui/dialog.tsx';

interface SessionEndingProps {
  /** Milliseconds since the epoch. */
  endsAt: number;
  shared: boolean;
  onStay: () => void;
}

/** Two minutes before the end, in every tab: one press, or Esc, goes on in all of them. */
export function SessionEnding({ endsAt, shared, onStay }: SessionEndingProps) {
  const { t, i18n } = useTranslation('session');
  const time = formatTime(new Date(endsAt).toISOString(), i18n.language);
  return (
    <Dialog
      title={t('ending.heading')}
      open
      onClose={onStay}
      closeLabel={t('ending.stay')}
      closeVariant="primary"
    >
      <p>{shared ? t('ending.sharedText', { time }) : t('ending.ownText', { time })}</p>
    </Dialog>
  );
}
