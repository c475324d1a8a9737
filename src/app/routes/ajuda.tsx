import { createFileRoute } from '@tanstack/react-router';
import { HelpPage } from '../../features/help/help-page.tsx';
import { fetchWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/ajuda')({
  loader: () => fetchWords('help', 'legal', 'glossary', 'answers', 'topics'),
  component: HelpPage,
});
