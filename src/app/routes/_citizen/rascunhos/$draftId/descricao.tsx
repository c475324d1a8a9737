import { createFileRoute, useLocation } from '@tanstack/react-router';
import { DescriptionStep } from '../../../../../features/draft-editor/description-step.tsx';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/descricao')({
  staticData: { words: ['requests'], next: '/_citizen/rascunhos/$draftId/tema' },
  component: DescriptionRoute,
});

function DescriptionRoute() {
  const { draftId } = Route.useParams();
  const { voltar } = Route.useSearch();
  const { draft } = Route.useRouteContext();
  const field = useLocation({ select: ({ state }) => state.field });
  return (
    <DescriptionStep
      key={draftId}
      draftId={draftId}
      draft={draft}
      returnsToReview={voltar === 'resumo'}
      field={field}
    />
  );
}
