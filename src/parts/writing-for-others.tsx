import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Details } from '../ui/details.tsx';

interface WritingForOthersProps {
  /** Whoever has not signed in chooses later. */
  isGuest: boolean;
  /** What can be done about it here. */
  children?: ReactNode;
}

/** *Escreve por outra pessoa?*: for whoever cannot choose in whose name they write, why, and what they can do. */
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
