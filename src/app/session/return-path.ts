import { readUrl } from '../../../shared/read-url.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** Returns where to go after signing in. Only addresses of this app count: a link from outside must not send a citizen on to another site. */
export function readReturnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined;
  const here = 'https://here.invalid';
  const url = readUrl(value, here);
  if (url?.origin !== here) return undefined;
  // An address of an older build may hold searched words, which must not go on in it.
  url.searchParams.delete('q');
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') || path.startsWith(ADDRESSES.signIn) ? undefined : path;
}
