import { useTranslation } from 'react-i18next';
import { takeLostFocus } from '../../ui/take-lost-focus.ts';

/** In the place of the button that was to make this photo smaller. */
export function NotReduced({ name }: { name: string }) {
  const { t } = useTranslation('attachments');
  return (
    <p ref={takeLostFocus} tabIndex={-1}>
      {t('notReduced', { name })}
    </p>
  );
}
