import { createFileRoute } from '@tanstack/react-router';
import { fetchWords } from '../../../../../lib/fetch-words.ts';
import { needDraft } from './-need-draft.ts';
import { TopicStep } from './-topic-step.tsx';

/**
 * Makes the topics and the short answers ready to be searched while the citizen still writes. Their texts are fetched at the same time as this
 * code, as all texts of the page are.
 */
async function makeReady(): Promise<void> {
  const [{ readyTopicWords }, { readyAnswerWords }] = await Promise.all([
    import('../../../../../features/topic-picker/ready-topic-words.ts'),
    import('../../../../../features/help/ready-answer-words.ts'),
  ]);
  await fetchWords('topics', 'answers');
  readyTopicWords();
  readyAnswerWords();
}

export const Route = createFileRoute('/_citizen/rascunhos/$draftId/tema')({
  staticData: {
    words: ['topic', 'topics', 'answers', 'glossary'],
    code: makeReady,
    next: '/_citizen/rascunhos/$draftId/anexos',
  },
  beforeLoad: needDraft,
  component: TopicRoute,
});

function TopicRoute() {
  const { voltar } = Route.useSearch();
  const { draft } = Route.useRouteContext();
  return <TopicStep key={draft.id} draft={draft} returnsToReview={voltar === 'resumo'} />;
}
