import { rootRouteId, useRouteContext } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CitizenRequest } from '../../../../../../contract/types.ts';
import { endStatusCode, readStatusCode, renewStatusCode } from '../../../../../api/status-calls.ts';
import { useDatabase } from '../../../../../db/core/database-context.ts';
import {
  type StatusCodeCalls,
  StatusCodeSection,
} from '../../../../../features/status/status-code-section.tsx';

/** The **código de consulta** of a request of the citizen, asked of the server as it is drawn. */
export function OwnStatusCode({ request }: { request: Pick<CitizenRequest, 'id' | 'kind'> }) {
  const api = useRouteContext({ from: rootRouteId, select: ({ services }) => services.api });
  const { citizenId } = useDatabase();
  const calls: StatusCodeCalls = useMemo(
    () => ({
      read: (requestId) => readStatusCode(api, { citizenId, requestId }),
      renew: (requestId, replaces) => renewStatusCode(api, { citizenId, requestId }, replaces),
      end: (requestId) => endStatusCode(api, { citizenId, requestId }),
    }),
    [api, citizenId],
  );
  return <StatusCodeSection request={request} calls={calls} />;
}
