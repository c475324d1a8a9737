import { createFileRoute } from '@tanstack/react-router';
import { PrivacyPage } from '../../features/help/legal-pages.tsx';
import { fetchWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/privacidade')({
  loader: () => fetchWords('legal'),
  component: PrivacyPage,
});
