import url from './request-search.worker.ts?worker&url';

/** The address of the worker that searches, as the build names it. */
export const SEARCH_WORKER_URL: string = url;
