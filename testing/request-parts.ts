import type { RequestParts } from '../src/features/request-thread/request-body.tsx';

/** For tests of the request's page alone: what other features bring to it is absent. */
export const NO_REQUEST_PARTS: RequestParts = {
  renderEditor: () => null,
  prepareEditor: () => undefined,
  renderWaiting: () => null,
  renderReason: () => null,
  download: null,
};
