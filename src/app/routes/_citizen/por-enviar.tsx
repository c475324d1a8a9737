import { createFileRoute } from '@tanstack/react-router';
import { WaitingListPage } from '../../../features/sync-status/waiting-list-page.tsx';

export const Route = createFileRoute('/_citizen/por-enviar')({ component: WaitingListPage });
