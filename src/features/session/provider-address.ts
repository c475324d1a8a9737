import { readUrl } from '../../lib/read-url.ts';

/**
 * Where Chave Móvel Digital is asked, in full; null when that is not at the origin which the deployment names in `<meta name="cmd-origin">`, or
 * its own where it names none. A server that was broken into must not send citizens to a page that asks for their PIN.
 */
export function providerAddress(authorizeUrl: string): string | null {
  const named = document.querySelector<HTMLMetaElement>('meta[name="cmd-origin"]')?.content;
  const { origin } = window.location;
  const url = readUrl(authorizeUrl, origin);
  return url?.origin === (named || origin) ? url.href : null;
}
