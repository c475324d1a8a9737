import { createFileRoute } from '@tanstack/react-router';
import { readFiles } from '../../../../../features/attachments/attachment-picker.tsx';
import { AttachmentsStep } from './-attachments-step.tsx';
import { needDraft } from './-need-draft.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/anexos')({
  staticData: { words: ['attachments'], next: '/_citizen/rascunhos/$draftId/resumo' },
  beforeLoad: needDraft,
  loader: async ({ context: { services }, params: { draftId } }) => {
    const db = services.session.database();
    return db && (await readFiles(db, draftId));
  },
  component: AttachmentsRoute,
});

function AttachmentsRoute() {
  const { voltar } = Route.useSearch();
  const { draft } = Route.useRouteContext();
  const initialFiles = Route.useLoaderData();
  return (
    <AttachmentsStep
      key={draft.id}
      draft={draft}
      initialFiles={initialFiles}
      returnsToReview={voltar === 'resumo'}
    />
  );
}
