import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '../../features/help/legal-pages.tsx';
import { fetchWords } from '../shell/fetch-words.ts';

export const Route = createFileRoute('/contactos')({
  loader: () => fetchWords('legal'),
  component: ContactsPage,
});
