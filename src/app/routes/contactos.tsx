import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '../../features/help/contacts-page.tsx';

export const Route = createFileRoute('/contactos')({ component: ContactsPage });
