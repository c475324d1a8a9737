import { createFileRoute } from '@tanstack/react-router';
import { GlossaryPage } from '../../features/help/glossary-page.tsx';
import { fetchWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/glossario')({
  loader: () => fetchWords('glossary', 'legal'),
  component: GlossaryPage,
});
