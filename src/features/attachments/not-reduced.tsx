import { useTranslation } from 'react-i18next';
import { takeLostFocus } from '../../ui/take-lost-focus.ts';

/** Says, in the place of the pressed button, that this photo could not be made smaller. */
export function NotReduced({ name }: { name: string }) {
  const { t } = useTranslation('attachments');
  return (
    <p ref={takeLostFocus} tabIndex={-1}>
      {t('notReduced', { name })}
    </p>
  );
}
