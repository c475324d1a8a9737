import { useTranslation } from 'react-i18next';
import { MissingPage } from '../../parts/missing-page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** For the moment in which the device is asked; without a heading, so that the focus waits for the page that comes. */
export function LoadingRequest() {
  const { t } = useTranslation('thread');
  return <Skeleton label={t('loading')} />;
}

/** `fetched`: the server has told what there is, so waiting will not help. */
export function MissingRequestPage({ fetched }: { fetched: boolean }) {
  const { t } = useTranslation('thread');
  return (
    <MissingPage
      title={t(fetched ? 'notFound.title' : 'fetching.title')}
      text={t(fetched ? 'notFound.text' : 'fetching.text')}
      back={t('backToList')}
    />
  );
}
