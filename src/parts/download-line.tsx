import { Notice } from '../ui/notice.tsx';
import type { Download } from './use-download.ts';

interface DownloadLineProps {
  download: Pick<Download, 'status' | 'outcome'>;
  /** The words shown while the file is being made. */
  working?: string;
}

/** Says how a download ended. */
export function DownloadLine({ download, working }: DownloadLineProps) {
  const { status, outcome } = download;
  if (status === 'working') return working && <p>{working}</p>;
  if (status !== 'failed') return outcome && <p>{outcome}</p>;
  return (
    <Notice tone="warning">
      <p>{outcome}</p>
    </Notice>
  );
}
