import { createFileRoute } from '@tanstack/react-router';
import { DownloadCopy } from '../../../features/copies/download-copy.tsx';
import { WaitingListPage } from '../../../features/sync-status/waiting-list-page.tsx';

export const Route = createFileRoute('/_citizen/por-enviar')({ component: WaitingList });

function WaitingList() {
  return (
    <WaitingListPage renderDownload={(draftId, what) => <DownloadCopy scope={{ draftId }} what={what} />} />
  );
}
