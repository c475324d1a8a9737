import type { Download } from '../../parts/use-download.ts';
import { Notice } from '../../ui/notice.tsx';

interface DownloadLineProps {
  download: Pick<Download, 'status' | 'outcome'>;
  /** Shown while it takes its time. */
  working?: string;
}

/** What became of a download, in words that stay. */
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
