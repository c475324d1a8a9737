/** @jsxImportSource hono/jsx */
import { type ListPlace, readListPlace, writeListPlace } from './list-address.ts';

/** A hidden field in each form of a request's page: after the post the clerk is still at their place in the list. */
export function PlaceField({ place }: { place: ListPlace }) {
  return <input type="hidden" name="lista" value={writeListPlace(place)} />;
}

export function readPostedPlace(lista: string): ListPlace {
  return readListPlace(new URLSearchParams(lista));
}
