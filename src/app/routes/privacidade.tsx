import { createFileRoute } from '@tanstack/react-router';
import { PrivacyPage } from '../../features/help/legal-pages.tsx';

export const Route = createFileRoute('/privacidade')({
  staticData: { words: ['glossary', 'legal'] },
  component: PrivacyPage,
});
