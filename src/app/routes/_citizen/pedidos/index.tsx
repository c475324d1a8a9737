import { createFileRoute } from '@tanstack/react-router';
import { RequestListPage } from '../../../../features/request-list/request-list-page.tsx';

export const Route = createFileRoute('/_citizen/pedidos/')({ component: RequestListPage });
