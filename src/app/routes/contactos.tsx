import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '../../features/help/legal-pages.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/contactos')({
  staticData: { words: ['legal'] },
  loader: fetchOwnWords,
  component: ContactsPage,
});
