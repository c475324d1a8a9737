import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DownloadCopy } from '../../../features/copies/download-copy.tsx';
import { WaitingListPage } from '../../../features/sync-status/waiting-list-page.tsx';

export const Route = createFileRoute('/_citizen/por-enviar')({ component: WaitingList });

function WaitingList() {
  // Of what comes with the entries: fetching them then would take the page away for a moment.
  useTranslation(['copies', 'requests']);
  return (
    <WaitingListPage renderDownload={(draftId, what) => <DownloadCopy scope={{ draftId }} what={what} />} />
  );
}
