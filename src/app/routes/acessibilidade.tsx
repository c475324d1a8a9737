import { createFileRoute } from '@tanstack/react-router';
import { AccessibilityPage } from '../../features/help/legal-pages.tsx';

export const Route = createFileRoute('/acessibilidade')({
  staticData: { words: ['glossary', 'legal'] },
  component: AccessibilityPage,
});
