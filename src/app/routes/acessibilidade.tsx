import { createFileRoute } from '@tanstack/react-router';
import { AccessibilityPage } from '../../features/help/legal-pages.tsx';
import { fetchWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/acessibilidade')({
  loader: () => fetchWords('legal'),
  component: AccessibilityPage,
});
