/** @jsxImportSource hono/jsx */
import { type ListPlace, readListPlace, writeListPlace } from './list-address.ts';

/** Stands in each form of the page of a request: after the post its clerk is still where they came from. */
export function PlaceField({ place }: { place: ListPlace }) {
  return <input type="hidden" name="lista" value={writeListPlace(place)} />;
}

export function readPostedPlace(lista: string): ListPlace {
  return readListPlace(new URLSearchParams(lista));
}
