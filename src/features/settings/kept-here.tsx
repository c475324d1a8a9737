import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/use-query.ts';
import { readKept } from '../../db/storage/kept.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { type ReadSettings, readStorageUse } from './read-settings.ts';

/** What e-Clic keeps on this device, how much room it takes, and whether the browser has promised to keep it. */
export function KeptHere({ initial }: { initial: ReadSettings | undefined }) {
  const { t, i18n } = useTranslation('settings');
  const kept = useQuery(readKept, [], initial?.kept);
  const storage = useQuery(readStorageUse, [], initial?.storage);
  if (!kept || !storage) return <Skeleton label={t('kept.reading')} />;

  const { used, persistence } = storage;
  const amount = used === null ? null : megabytes(used).toLocaleString(i18n.language);
  return (
    <SummaryList
      rows={[
        {
          term: t('kept.drafts'),
          value: t('kept.draftCount', { count: kept.inAccount.length + kept.onlyHere.length }),
        },
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
