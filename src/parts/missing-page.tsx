import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { ADDRESSES } from './addresses.ts';

/** Says that what the address names is not here, and leads `back` to the list. */
export function MissingPage({ title, text, back }: Record<'title' | 'text' | 'back', string>) {
  const { t } = useTranslation('common');
  return (
    <Page title={t('pageTitle', { page: title })} heading={title} width="wide">
      <p>{text}</p>
      <p>
        <Link to={ADDRESSES.requests}>{back}</Link>
      </p>
    </Page>
  );
}
