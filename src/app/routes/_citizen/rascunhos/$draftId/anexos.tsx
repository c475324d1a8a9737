import { createFileRoute } from '@tanstack/react-router';
import { fetchWords } from '../../../../shell/fetch-words.ts';
import { AttachmentsStep } from './-attachments-step.tsx';
import { needDraft } from './-need-draft.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/anexos')({
  beforeLoad: needDraft,
  loader: async ({ context: { services }, params: { draftId } }) => {
    const [{ readFiles }] = await Promise.all([
      import('../../../../../features/attachments/read-files.ts'),
      fetchWords('attachments'),
    ]);
    const db = services.currentDatabase();
    return db && readFiles(db, draftId);
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
