import { SHARE_FIELDS, SHARE_PATH } from '../shared/share-address.ts';
import { keepShared, type ShareOptions } from '../src/app/device/worker/keep-shared.ts';
import { takeShares } from '../src/app/device/worker/take-shares.ts';
import { createPretendWorker } from './pretend-worker.ts';

export interface Shared {
  title?: string;
  text?: string;
  url?: string;
  files?: File[];
}

interface Sender extends ShareOptions {
  origin?: string;
  referrer?: string;
  /** The path to which the share is posted. */
  at?: string;
}

const ORIGIN = 'https://e-clic.test';

/** Posts a share to the worker as the system does for another app. Returns where the worker redirects it, or null where the worker leaves it to the server. */
export async function shareWithWorker(
  shared: Shared,
  { origin, referrer = '', at = SHARE_PATH, ...options }: Sender = {},
): Promise<string | null> {
  const form = new FormData();
  for (const name of ['title', 'text', 'url'] as const) form.set(SHARE_FIELDS[name], shared[name] ?? '');
  for (const file of shared.files ?? []) form.append(SHARE_FIELDS.files, file, file.name);
  const headers = new Headers(origin === undefined ? {} : { Origin: origin });
  // Only browsers can set a request's origin and referrer, so the request is a plain object.
  const request = { method: 'POST', url: ORIGIN + at, headers, referrer, formData: async () => form };
  const { scope, dispatch } = createPretendWorker();
  takeShares(Object.assign(scope, { keepShared: (given: Request) => keepShared(given, options) }));
  let answer: Promise<Response> | undefined;
  await dispatch('fetch', { request, respondWith: (given: Promise<Response>) => (answer = given) });
  if (!answer) return null;
  const { status, headers: told } = await answer;
  if (status !== 303) throw new Error(`The worker answered ${status}`);
  return told.get('Location')?.replace(ORIGIN, '') ?? '';
}

export function shareIdIn(address: string | null): string {
  return new URLSearchParams(address?.split('?')[1]).get('partilha') ?? '';
}
