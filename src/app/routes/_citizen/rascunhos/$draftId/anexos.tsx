import { createFileRoute } from '@tanstack/react-router';
import { AttachmentsStep } from './-attachments-step.tsx';
import { needDraft } from './-need-draft.ts';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/anexos')({
  beforeLoad: needDraft,
  component: AttachmentsRoute,
});

function AttachmentsRoute() {
  const { voltar } = Route.useSearch();
  const { openedDraft } = Route.useRouteContext();
  return <AttachmentsStep key={openedDraft.id} draft={openedDraft} returnsToReview={voltar === 'resumo'} />;
}
