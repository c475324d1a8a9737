import { createFileRoute } from '@tanstack/react-router';
import { GlossaryPage } from '../../features/help/glossary-page.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/glossario')({
  staticData: { words: ['glossary', 'legal'] },
  loader: fetchOwnWords,
  component: GlossaryPage,
});
