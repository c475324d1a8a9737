import { createFileRoute } from '@tanstack/react-router';
import { fetchOwnWords } from '../../../../shell/fetch-words.ts';
import { needDraft } from './-need-draft.ts';
import { TopicStep } from './-topic-step.tsx';

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/tema')({
  staticData: {
    words: ['topic', 'topics', 'answers', 'glossary'],
    next: '/_citizen/rascunhos/$draftId/anexos',
  },
  beforeLoad: needDraft,
  loader: fetchOwnWords,
  component: TopicRoute,
});

function TopicRoute() {
  const { voltar } = Route.useSearch();
  const { openedDraft } = Route.useRouteContext();
  return <TopicStep key={openedDraft.id} draft={openedDraft} returnsToReview={voltar === 'resumo'} />;
}
