import { createFileRoute } from '@tanstack/react-router';
import { lookUpStatus } from '../../api/status-calls.ts';
import { StatusPage } from '../../features/status/status-page.tsx';

export const Route = createFileRoute('/estado')({
  staticData: { words: ['status', 'requests'] },
  component: Status,
});

function Status() {
  const api = Route.useRouteContext({ select: ({ services }) => services.api });
  return <StatusPage lookUp={(question) => lookUpStatus(api, question)} />;
}
