import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/use-query.ts';
import { readKept } from '../../db/storage/kept.ts';
import { type Persistence, readPersistence, readUsage } from '../../db/storage/storage-health.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';

/** What e-Clic keeps on this device, how much room it takes, and whether the browser has promised to keep it. */
export function KeptHere() {
  const { t, i18n } = useTranslation('settings');
  const kept = useQuery(readKept);
  const { used, persistence } = useStorageUse();
  if (!kept) return <Skeleton label={t('kept.reading')} />;

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

interface StorageUse {
  /** Bytes that e-Clic uses; null where the browser does not say. No browser gives a reliable figure for the room there is in all. */
  used: number | null;
  persistence: Persistence;
}

const NOT_KNOWN: StorageUse = { used: null, persistence: 'unknown' };

/** Looked up only: to ask the browser for more is for the moment when there is something to keep. */
function useStorageUse(): StorageUse {
  const [storage, setStorage] = useState(NOT_KNOWN);
  useEffect(() => {
    let isCurrent = true;
    Promise.all([readUsage(), readPersistence()]).then(
      ([used, persistence]) => {
        if (isCurrent) setStorage({ used, persistence });
      },
      () => setStorage(NOT_KNOWN),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return storage;
}
