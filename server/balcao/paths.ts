import { isReference } from '../office/read-request.ts';

/** What else stands there leads nowhere. */
export function referenceOf(text: string | undefined): string | null {
  return text !== undefined && isReference(text) ? text : null;
}

/** Where somebody asked to go before they signed in. */
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
