import { Notice } from '../../ui/notice.tsx';
import type { DownloadState } from './use-download.ts';

interface DownloadLineProps {
  state: DownloadState;
  /** Shown while it takes its time. */
  working?: string;
}

/** What became of a download, in words that stay. */
export function DownloadLine({ state, working }: DownloadLineProps) {
  switch (state.status) {
    case 'idle':
      return null;
    case 'working':
      return working ? <p>{working}</p> : null;
    case 'done':
      return <p>{state.text}</p>;
    case 'failed':
      return (
        <Notice tone="warning">
          <p>{state.text}</p>
        </Notice>
      );
  }
}
