import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readLocalData } from '../../db/storage/local-data.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says which data of this browser the app will not have: on an iPhone or iPad, an app on the home screen has storage apart from the browser's. */
export function StaysBehind() {
  const { t } = useTranslation('install');
  const db = useContext(DatabaseContext);
  return (
    <>
      <p>{t('apart.text')}</p>
      {db && <OnlyHere />}
    </>
  );
}

function OnlyHere() {
  const { t } = useTranslation(['install', 'session']);
  const kept = useQuery(readLocalData);
  if (!kept) return null;
  const { onlyHere, waiting } = kept;
  if (onlyHere.length + waiting === 0) return <p>{t('apart.nothing')}</p>;
  return (
    <Notice tone="warning" title={t('apart.first')}>
      {onlyHere.length > 0 && (
        <>
          <p>{t('apart.drafts', { count: onlyHere.length })}</p>
          <NamedDrafts drafts={onlyHere} />
        </>
      )}
      {waiting > 0 && <p>{t('apart.waiting', { count: waiting })}</p>}
    </Notice>
  );
}
