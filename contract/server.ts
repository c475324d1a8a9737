/** Anything that answers requests: `fetch`, the pretend server, a faulty wrapper of either. Rejects as `fetch` does when there is no answer. */
export type Server = (request: Request) => Promise<Response>;

export const API_BASE_PATH = '/api/v1';
