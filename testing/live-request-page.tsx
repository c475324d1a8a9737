import { useQuery } from '../src/db/core/use-query.ts';
import { readRequest } from '../src/db/requests/requests.ts';
import type { RequestParts } from '../src/features/request-thread/request-body.tsx';
import { RequestPage } from '../src/features/request-thread/request-page.tsx';

const NO_PARTS: RequestParts = {
  renderEditor: () => null,
  prepareEditor: () => undefined,
  renderWaiting: () => null,
  renderReason: () => null,
  download: null,
};

/** The request's page alone, which follows the database; without parts of other features, unless the test gives them. */
export function LiveRequestPage({ id, ...parts }: Partial<RequestParts> & { id: string }) {
  const request = useQuery((db) => readRequest(db, id), [id]);
  return request && <RequestPage request={request} {...NO_PARTS} {...parts} />;
}
