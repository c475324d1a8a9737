import searchWorkerUrl from '../../db/search/request-search.worker.ts?worker&url';

/** The address of the app's one service worker, as the build names it. */
export const WORKER_URL = '/sw.js';

const ALLOWED = [WORKER_URL, new URL(searchWorkerUrl, 'https://e-clic.invalid').pathname];

/** The part of Trusted Types that is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * Where Trusted Types are required, a script's address must pass a policy. This one lets those of our two workers through and nothing
 * else: a script from anywhere else is refused, whoever asks.
 */
export function allowWorkerUrl(
  trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes,
): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, window.location.href);
      if (origin === window.location.origin && ALLOWED.includes(pathname)) return url;
      throw new TypeError(`A script from ${pathname} is not allowed`);
    },
  });
}
