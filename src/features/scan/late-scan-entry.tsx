import { Suspense } from 'react';
import { lazyPart } from '../../parts/lazy-part.tsx';
import styles from './scan-entry.module.css';
import type { ScanEntryProps } from './scan-entry.tsx';

/** The button to photograph paper; its code is not part of what pages with attachments load first. */
export const ScanEntry = lazyPart(() => import('./scan-entry.tsx'), 'ScanEntry');

export function LateScanEntry(props: ScanEntryProps) {
  return (
    <div className={styles.entry}>
      <Suspense>
        <ScanEntry {...props} />
      </Suspense>
    </div>
  );
}
