import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { systemClock } from '../../lib/clock.ts';
import { isUnderWay } from '../../lib/under-way.ts';
import { useNewerBuild } from '../../state/newer-build.ts';
import type { WorkerScope } from './worker/worker-scope.ts';

/** The address of the app's one service worker, as the build names it. */
const WORKER_URL = `${import.meta.env.BASE_PATH}/sw.js`;
/** The workers of this build, as it names their files. */
const ALLOWED_PATHS = new RegExp(`^(${WORKER_URL}$|${import.meta.env.BASE_PATH}/assets/[^/]+\\.worker-)`);

/** How long after the first page the worker is registered. Earlier, what it fetches for later would hold up what that page still fetches. */
const REGISTER_AFTER_MS = 1_000;

/** When the last key is older than this, nobody is typing. */
const IDLE_MS = 3_000;
const RETRY_MS = 1_000;

interface UpdateOptions {
  /** Settles when the first page is painted. */
  after: Promise<unknown>;
  /** Returns whether this tab is sending something: loading the page anew must not cut that off. */
  isSending: () => Promise<boolean>;
}

/** Registers the worker that starts e-Clic without a connection, and looks for newer builds. */
export function watchForUpdates({ after, isSending }: UpdateOptions): void {
  allowWorkerUrls();
  const { serviceWorker } = navigator;
  // Some private windows have no workers: e-Clic then needs a connection to start, and is the same otherwise.
  if (!serviceWorker) return;
  const follow = reloadWhenIdle(isSending);
  followController(serviceWorker, follow);
  void after
    .then(() => new Promise<void>((resolve) => systemClock.after(REGISTER_AFTER_MS, resolve)))
    .then(() => import('./register-worker.ts'))
    .then(({ registerWorker }) =>
      registerWorker(serviceWorker, {
        url: WORKER_URL,
        tellReady: (accept) => useNewerBuild.setState({ accept }),
        follow,
      }),
    )
    .catch(() => undefined);
}

/** An update that is accepted in one tab changes the worker of every tab; each is loaded anew when it is idle. */
function followController(workers: ServiceWorkerContainer, follow: () => void): void {
  let before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    // Without a controller, the browser has forgotten the site at a sign-out: the worker that comes next is the first one again.
    if (before && workers.controller) follow();
    before = workers.controller;
  });
}

/**
 * Returns what loads the page anew once it is idle. That loses nothing typed, but it must neither interrupt somebody who types nor cut off an upload
 * or the reading of files.
 */
function reloadWhenIdle(isSending: () => Promise<boolean>): () => void {
  let lastInputAt = Number.NEGATIVE_INFINITY;
  const noteInput = () => {
    lastInputAt = performance.now();
  };
  // A key that moves the caret counts as well: somebody is about to type, and a page that begins anew would have the caret at the start.
  for (const sign of ['input', 'keydown']) {
    window.addEventListener(sign, noteInput, { capture: true, passive: true });
  }

  async function reload(): Promise<void> {
    // This page alone has what was written. Its older build works on.
    if (isMemoryOnly()) return;
    const isTyping = performance.now() - lastInputAt < IDLE_MS && document.visibilityState === 'visible';
    if (isTyping || isUnderWay() || (await isSending().catch(() => true)))
      setTimeout(() => void reload(), RETRY_MS);
    else window.location.reload();
  }
  return () => void reload();
}

/**
 * Where Trusted Types are required, a script's address must pass a policy. This one lets those of our own workers through and nothing
 * else: a script from anywhere else is refused, whoever asks.
 */
function allowWorkerUrls(): void {
  const { trustedTypes } = globalThis as Pick<WorkerScope, 'trustedTypes'>;
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, window.location.href);
      if (origin === window.location.origin && ALLOWED_PATHS.test(pathname)) return url;
      // The browser reports only that it refuses a script; this error names it.
      throw new TypeError(pathname);
    },
  });
}
