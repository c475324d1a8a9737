import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../db/core/use-query.ts';
import { readAboutReference } from '../db/requests/requests.ts';
import { ADDRESSES } from './addresses.ts';

/** A link to the earlier request that this request is about. The link's text is the reference. */
export function AboutRequest({ requestId }: { requestId: string }) {
  const { t } = useTranslation('requests');
  const reference = useQuery((db) => readAboutReference(db, { aboutRequestId: requestId }), [requestId]);
  if (reference === undefined) return null;
  if (reference === null) return <>{t('row.aboutNotHere')}</>;
  return (
    <Link to={ADDRESSES.request} params={{ requestId }}>
      {reference}
    </Link>
  );
}
