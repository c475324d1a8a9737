import { isReference } from '../office/read-request.ts';
import { type ListPlace, writeListPlace } from './list-address.ts';

/** The route of the page of a request; the routes of its forms begin with it. */
export const REQUEST_ROUTE = '/pedidos/:reference';

/** Null for anything but a reference: no other text may decide where a redirect leads. */
export function referenceOf(text: string | undefined): string | null {
  return text !== undefined && isReference(text) ? text : null;
}

/** Returns the address of a request that is opened from a place in the list. `said` is what its page tells. */
export function requestPath(reference: string, place: ListPlace, said: Record<string, string> = {}): string {
  return `/balcao/pedidos/${reference}${writeListPlace(place, said)}`;
}

/** Returns the address of the request that the clerk asked for, or of the list. */
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
