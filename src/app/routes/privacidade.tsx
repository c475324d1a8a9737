import { createFileRoute } from '@tanstack/react-router';
import { PrivacyPage } from '../../features/help/legal-pages.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/privacidade')({
  staticData: { words: ['legal'] },
  loader: fetchOwnWords,
  component: PrivacyPage,
});
