import { createFileRoute } from '@tanstack/react-router';
import { readFiles } from '../../../../../features/attachments/read-files.ts';
import { ScanEntry } from '../../../../../features/scan/late-scan-entry.tsx';
import { fetchOwnWords } from '../../../../shell/fetch-words.ts';
import { AttachmentsStep } from './-attachments-step.tsx';
import { needDraft } from './-need-draft.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/anexos')({
  staticData: { words: ['attachments'], next: '/_citizen/rascunhos/$draftId/resumo' },
  beforeLoad: needDraft,
  loader: async ({ context: { services }, params: { draftId }, route }) => {
    const db = services.session.database();
    const [files] = await Promise.all([
      db && readFiles(db, draftId),
      fetchOwnWords({ route }),
      ScanEntry.preload(),
    ]);
    return files;
  },
  component: AttachmentsRoute,
});

function AttachmentsRoute() {
  const { voltar } = Route.useSearch();
  const { openedDraft } = Route.useRouteContext();
  const initialFiles = Route.useLoaderData();
  return (
    <AttachmentsStep
      key={openedDraft.id}
      draft={openedDraft}
      initialFiles={initialFiles}
      returnsToReview={voltar === 'resumo'}
    />
  );
}
