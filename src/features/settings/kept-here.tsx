import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { readKeptHere } from './read-kept-here.ts';
import { useStorageFacts } from './use-storage-facts.ts';

export function KeptHere() {
  const { t, i18n } = useTranslation('settings');
  const kept = useQuery(readKeptHere);
  const { used, persistence } = useStorageFacts();
  if (!kept) return <Skeleton label={t('kept.reading')} />;

  const amount = used === null ? null : megabytes(used).toLocaleString(i18n.language);
  return (
    <SummaryList
      rows={[
        { term: t('kept.drafts'), value: t('kept.draftCount', { count: kept.drafts }) },
        { term: t('kept.waiting'), value: t('kept.sendCount', { count: kept.waiting }) },
        { term: t('kept.requests'), value: t('kept.count', { count: kept.requests }) },
        {
          term: t('kept.storage'),
          value: amount === null ? t('kept.unknown') : t('kept.megabytes', { amount }),
        },
        { term: t('kept.promise'), value: t(`kept.persistence.${persistence}`) },
      ]}
    />
  );
}
