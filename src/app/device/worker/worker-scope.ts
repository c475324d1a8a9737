/** An event that keeps the browser from ending the worker before its work is done. */
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface Rule {
  condition: { urlPattern: string };
  source: 'network' | { cacheName: string };
}

interface InstallEvent extends WorkerEvent {
  /** Only Chromium has it, from version 123. */
  addRoutes?(rules: Rule[]): Promise<void>;
}

export interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface SyncEvent extends WorkerEvent {
  readonly tag: string;
  /** Whether the browser will not try again. */
  readonly lastChance: boolean;
}

interface NotificationPressEvent extends WorkerEvent {
  notification: Notification;
}

interface PushEvent extends WorkerEvent {
  /** Null where the push service brought no text. */
  data: { text(): string } | null;
}

/** An open page, as the worker sees it. */
export interface WorkerClient {
  readonly url: string;
  readonly visibilityState: DocumentVisibilityState;
  focus(): Promise<unknown>;
  postMessage(message: unknown, transfer?: MessagePort[]): void;
}

interface WorkerEvents {
  install: InstallEvent;
  activate: WorkerEvent;
  fetch: FetchEvent;
  message: MessageEvent;
  notificationclick: NotificationPressEvent;
  push: PushEvent;
  sync: SyncEvent;
}

/** The part of a worker's scope that is used here: TypeScript's library of pages has none of it. */
export interface WorkerScope {
  readonly location: Pick<Location, 'origin'>;
  readonly registration: Pick<ServiceWorkerRegistration, 'showNotification' | 'getNotifications' | 'sync'>;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly WorkerClient[]>;
    openWindow(url: string): Promise<unknown>;
    /** Has this worker answer the pages that were loaded without one. */
    claim(): Promise<void>;
  };
  /** Absent where the browser does not know Trusted Types. */
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
  };
  /** Sends what waits; set once its file has come (`background-sync.ts`). */
  sendWaiting?: (isLastChance: boolean, signal: AbortSignal) => Promise<void>;
  /** Keeps a share and returns the address that leads to it; set by the same file. */
  keepShared?: (request: Request) => Promise<string>;
  importScripts(url: string): void;
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof WorkerEvents>(
    type: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void;
}

const BASE_PATH = import.meta.env.BASE_PATH;

/** Addresses below the base path that are the server's: the APIs, how it fares, the clerks' pages, and the simulated Chave Móvel Digital of the demo. */
const NOT_OURS = new RegExp(`^${BASE_PATH}/(api|balcao|demo|health|office)(/|$)`);

/** Returns whether an address of this origin is one of the app, and not of the server or of a site beside it. */
export function isOurs(pathname: string): boolean {
  return pathname.startsWith(`${BASE_PATH}/`) && !NOT_OURS.test(pathname);
}

/** Returns whether an address is that of a file, which the server has or has not, and not that of a page: its last part has a dot. */
export function isFile(pathname: string): boolean {
  return /\.[^/]*$/.test(pathname);
}

/** Returns the open pages of the app, also those that were loaded past the worker. The browser knows every window of this origin. */
export async function listPages({ clients }: Pick<WorkerScope, 'clients'>): Promise<readonly WorkerClient[]> {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => {
    const { pathname } = new URL(url);
    return isOurs(pathname) && !isFile(pathname);
  });
}
