import type { RequestParts } from '../src/features/request-thread/request-body.tsx';

/** For tests of the request's page alone: it has no parts of other features. */
export const NO_REQUEST_PARTS: RequestParts = {
  renderEditor: () => null,
  prepareEditor: () => undefined,
  renderWaiting: () => null,
  renderReason: () => null,
  download: null,
};
