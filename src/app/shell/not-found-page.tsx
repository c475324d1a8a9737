import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  const heading = t('notFound.heading');
  return (
    <Page title={t('pageTitle', { page: heading })} heading={heading} width="wide">
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/">{t('notFound.home')}</Link>
      </p>
    </Page>
  );
}
