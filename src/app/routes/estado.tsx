import { createFileRoute } from '@tanstack/react-router';
import { lookUpStatus } from '../../api/status-calls.ts';
import { StatusPage } from '../../features/status/status-page.tsx';
import { useLeavings } from '../session/use-leavings.ts';

export const Route = createFileRoute('/estado')({
  staticData: { words: ['status', 'requests'] },
  component: Status,
});

function Status() {
  const { api, session } = Route.useRouteContext({ select: ({ services }) => services });
  const leavings = useLeavings(session);
  return <StatusPage key={leavings} lookUp={(question) => lookUpStatus(api, question)} />;
}
