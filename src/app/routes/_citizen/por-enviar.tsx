import { createFileRoute } from '@tanstack/react-router';
import { DownloadCopy } from '../../../features/copies/download-copy.tsx';
import { WaitingListPage } from '../../../features/sync-status/waiting-list-page.tsx';
import { fetchWords } from '../../shell/fetch-words.ts';

export const Route = createFileRoute('/_citizen/por-enviar')({
  loader: () => fetchWords('sync', 'requests', 'copies'),
  component: WaitingList,
});

function WaitingList() {
  return (
    <WaitingListPage renderDownload={(draftId, what) => <DownloadCopy scope={{ draftId }} what={what} />} />
  );
}
