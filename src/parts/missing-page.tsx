import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { ADDRESSES } from './addresses.ts';

/** Says that the request or receipt of the address cannot be shown. The link with the words of `back` leads to the list. */
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
