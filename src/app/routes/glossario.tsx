import { createFileRoute } from '@tanstack/react-router';
import { GlossaryPage } from '../../features/help/glossary-page.tsx';

export const Route = createFileRoute('/glossario')({ component: GlossaryPage });
