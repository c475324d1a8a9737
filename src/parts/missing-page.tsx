import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { ADDRESSES } from './addresses.ts';

interface MissingPageProps {
  title: string;
  text: string;
  /** What the link to the list says. */
  back: string;
}

/** Says that what the address names is not here, and leads to the list. */
export function MissingPage({ title, text, back }: MissingPageProps) {
  const { t } = useTranslation('common');
  return (
    <Page title={t('pageTitle', { page: title })} heading={title}>
      <p>{text}</p>
      <p>
        <Link to={ADDRESSES.requests}>{back}</Link>
      </p>
    </Page>
  );
}
