import type { OfficeAction } from '../../domain/office-moves.ts';
import { isReference } from '../office/read-request.ts';
import { type ListPlace, writeListPlace } from './list-address.ts';

/** Of its page, and of whatever is posted from there. */
export const REQUEST_ROUTE = '/pedidos/:reference';

/** What else stands there leads nowhere. */
export function referenceOf(text: string | undefined): string | null {
  return text !== undefined && isReference(text) ? text : null;
}

/** Of a request as it is opened from a place in the list; `said` is what its page tells. */
export function requestPath(reference: string, place: ListPlace, said: Record<string, string> = {}): string {
  return `/balcao/pedidos/${reference}${writeListPlace(place, said)}`;
}

/** Of its form that was half written. */
export function draftPath(
  reference: string,
  { place, action }: { place: ListPlace; action: OfficeAction },
): string {
  return `${requestPath(reference, place)}#${action}`;
}

/** Where somebody asked to go before they signed in, or posted something. */
export function pathAfter(reference: string | null): string {
  return reference === null ? '/balcao' : `/balcao/pedidos/${reference}`;
}

export function signInPath(reference: string | null): string {
  return `/balcao/entrar${queryOf(reference)}`;
}

export function codePath(reference: string | null): string {
  return `/balcao/codigo${queryOf(reference)}`;
}

function queryOf(reference: string | null): string {
  return reference === null ? '' : `?pedido=${reference}`;
}
