import { createFileRoute } from '@tanstack/react-router';
import { DownloadCopy } from '../../../features/copies/download-copy.tsx';
import { OutboxPage } from '../../../features/sync-status/outbox-page.tsx';

export const Route = createFileRoute('/_citizen/por-enviar')({
  staticData: { words: ['sync', 'requests', 'copies'] },
  component: WaitingList,
});

function WaitingList() {
  return <OutboxPage renderDownload={(draftId, what) => <DownloadCopy scope={{ draftId }} what={what} />} />;
}
