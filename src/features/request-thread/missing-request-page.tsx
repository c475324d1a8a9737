import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Page } from '../../ui/page.tsx';

/** `fetched`: the server has told what there is, so waiting will not help. */
export function MissingRequestPage({ fetched }: { fetched: boolean }) {
  const { t } = useTranslation(['thread', 'common']);
  const title = t(fetched ? 'notFound.title' : 'fetching.title');
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title}>
      <p>{t(fetched ? 'notFound.text' : 'fetching.text')}</p>
      <p>
        <Link to={ADDRESSES.requests}>{t('backToList')}</Link>
      </p>
    </Page>
  );
}
