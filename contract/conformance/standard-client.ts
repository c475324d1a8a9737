import { type HttpStack, Upload, type UploadOptions } from 'tus-js-client';
import { API_BASE_PATH } from '../server.ts';
import type { Browser } from './subject.ts';

/** Makes tus's own client for a browser of the tests: the client decides what it sends, and only the transport is ours. */
export function standardUpload(browser: Browser, bytes: Uint8Array, options: UploadOptions): Upload {
  return new Upload(Buffer.from(bytes), {
    endpoint: `http://e-clic.test${API_BASE_PATH}/uploads`,
    httpStack: httpStackOf(browser),
    retryDelays: null,
    ...options,
  });
}

function httpStackOf(browser: Browser): HttpStack {
  return {
    getName: () => 'browser',
    createRequest(method, url) {
      const headers = new Map<string, string>();
      const path = new URL(url).pathname.slice(API_BASE_PATH.length);
      return {
        getMethod: () => method,
        getURL: () => url,
        getHeader: (name) => headers.get(name),
        setHeader: (name, value) => void headers.set(name, value),
        setProgressHandler() {},
        getUnderlyingObject: () => null,
        async abort() {},
        async send(body?: Uint8Array) {
          const answer = await browser.send(method, path, {
            headers: Object.fromEntries(headers),
            ...(body && { bytes: body }),
          });
          return {
            getStatus: () => answer.status,
            getHeader: (name) => answer.headers.get(name) ?? undefined,
            getBody: () => JSON.stringify(answer.body),
            getUnderlyingObject: () => null,
          };
        },
      };
    },
  };
}
