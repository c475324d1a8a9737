import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton.tsx';

/** For the moment in which the device is asked; without a heading, so that the focus waits for the page that comes. */
export function LoadingRequest() {
  const { t } = useTranslation('thread');
  return <Skeleton label={t('loading')} />;
}
