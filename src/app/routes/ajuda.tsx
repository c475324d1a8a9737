import { createFileRoute } from '@tanstack/react-router';
import { HelpPage } from '../../features/help/help-page.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/ajuda')({
  staticData: { words: ['help', 'legal', 'glossary', 'answers', 'topics'] },
  loader: fetchOwnWords,
  component: HelpPage,
});
