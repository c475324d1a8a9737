import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';

/**
 * Makes the mark of the forms in which a clerk writes about a request. Pages are made for living sessions alone, so whoever has the cookie of a session that has
 * ended, and no page of it, has no mark, and cannot make one without the server's secret. Another session or request has another mark.
 */
export function markForms({ seal }: Pick<Context, 'seal'>, sessionHash: string, reference: string): string {
  return Buffer.from(seal.fingerprint(`clerk form/${sessionHash}/${reference}`)).toString('hex');
}

/** Whether the session was given the form, while it lived, in the page of that request. */
export function isMarked(
  context: Pick<Context, 'seal'>,
  sessionHash: string,
  reference: string,
  mark: string,
): boolean {
  const [own, told] = [Buffer.from(markForms(context, sessionHash, reference)), Buffer.from(mark)];
  return own.length === told.length && timingSafeEqual(own, told);
}
