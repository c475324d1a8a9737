/** @jsxImportSource hono/jsx */

import type { Clerk } from '../clerks/clerks.ts';
import { type ListPlace, readListPlace, writeListPlace } from './list-address.ts';

/** A hidden field in each form of a request's page: after the post the clerk is still at their place in the list. */
export function PlaceField({ place }: { place: ListPlace }) {
  return <input type="hidden" name="lista" value={writeListPlace(place)} />;
}

export function readPostedPlace(lista: string): ListPlace {
  return readListPlace(new URLSearchParams(lista));
}

/** A hidden field in each form in which a clerk writes: a colleague may sign in in the same browser before it is posted. */
export function WriterField({ userName }: Pick<Clerk, 'userName'>) {
  return <input type="hidden" name="quem" value={userName} />;
}

/** A hidden field in each form in which a clerk writes about a request: without the mark nothing is kept once the session has ended. */
export function MarkField({ mark }: { mark: string }) {
  return <input type="hidden" name="marca" value={mark} />;
}

/** Whether a form was made for another clerk than the one who is signed in now. A page of before told of none. */
export function isOthers(writer: string, { userName }: Clerk): boolean {
  return writer !== '' && writer !== userName;
}
