import { createFileRoute } from '@tanstack/react-router';
import { AccessibilityPage } from '../../features/help/legal-pages.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/acessibilidade')({
  staticData: { words: ['legal'] },
  loader: fetchOwnWords,
  component: AccessibilityPage,
});
