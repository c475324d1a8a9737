import { readUrl } from '../../../shared/read-url.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** Where to go after signing in. Only addresses of this app: a link from outside must not send a citizen on to another site. */
export function readReturnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined;
  const here = 'https://here.invalid';
  const url = readUrl(value, here);
  if (url?.origin !== here) return undefined;
  // An older build wrote there what was searched.
  url.searchParams.delete('q');
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') || path.startsWith(ADDRESSES.signIn) ? undefined : path;
}
