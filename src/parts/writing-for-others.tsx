import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Details } from '../ui/details.tsx';

interface WritingForOthersProps {
  /** Whether the citizen is a guest, who chooses in whose name to write after signing in. */
  isGuest: boolean;
  /** What the citizen can do about it on this page. */
  children?: ReactNode;
}

/** **Escreve por outra pessoa?**: tells citizens who cannot choose in whose name they write why that is, and what they can do. */
export function WritingForOthers({ isGuest, children }: WritingForOthersProps) {
  const { t } = useTranslation('draft');
  return (
    <Details summary={t('onBehalfOf.question')}>
      {isGuest && <p>{t('onBehalfOf.guest')}</p>}
      <p>{t('onBehalfOf.why')}</p>
      <p>{t('onBehalfOf.where')}</p>
      <p>{t('onBehalfOf.paper')}</p>
      {children}
    </Details>
  );
}
