import { createFileRoute } from '@tanstack/react-router';
import { GlossaryPage } from '../../features/help/glossary-page.tsx';

export const Route = createFileRoute('/glossario')({
  staticData: { words: ['glossary', 'legal'] },
  component: GlossaryPage,
});
