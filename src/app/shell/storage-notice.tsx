import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import {
  noTrouble,
  readTrouble,
  type StorageTrouble,
  subscribeToTrouble,
} from '../../db/core/storage-trouble.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

const StorageActions = lazyPart(() => import('./storage-actions.tsx'), 'StorageActions');

/** Stands under the header for as long as this device does not keep what is written. */
export function StorageNotice() {
  const trouble = useSyncExternalStore(subscribeToTrouble, readTrouble, noTrouble);
  return trouble && <Trouble key={trouble} trouble={trouble} />;
}

function Trouble({ trouble }: { trouble: StorageTrouble }) {
  const { t } = useTranslation('common');
  // Where the browser refuses cookies as well, nobody can sign in.
  const isNothingKept = trouble === 'memoryOnly' && !navigator.cookieEnabled;
  const sentence = t(`storage.${isNothingKept ? 'nothingKept' : trouble}`);
  const isOtherTab = trouble === 'blocked' || trouble === 'outdated';

  useEffect(() => {
    announce(sentence, 'assertive');
    // A screen reader must not find this sentence on the page when it has ceased to be true.
    return () => announce('', 'assertive');
  }, [sentence]);

  return (
    <Notice tone={isOtherTab ? 'warning' : 'danger'}>
      <p>{sentence}</p>
      {trouble !== 'blocked' && (
        <Suspense>
          <StorageActions trouble={trouble} />
        </Suspense>
      )}
    </Notice>
  );
}
