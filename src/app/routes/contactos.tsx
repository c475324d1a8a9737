import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '../../features/help/legal-pages.tsx';

export const Route = createFileRoute('/contactos')({
  staticData: { words: ['glossary', 'legal'] },
  component: ContactsPage,
});
