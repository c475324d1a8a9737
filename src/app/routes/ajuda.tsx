import { createFileRoute } from '@tanstack/react-router';
import { HelpPage } from '../../features/help/help-page.tsx';

export const Route = createFileRoute('/ajuda')({
  staticData: { words: ['help', 'legal', 'glossary', 'answers', 'topics'] },
  component: HelpPage,
});
