/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';

/** A hidden field in each form in which a clerk writes: a colleague may sign in in the same browser before it is posted. */
export function WriterField({ userName }: Pick<Clerk, 'userName'>) {
  return <input type="hidden" name="quem" value={userName} />;
}

/** Whether a form was made for another clerk than the one who is signed in now. A page of before told of none. */
export function isOthers(writer: string, { userName }: Clerk): boolean {
  return writer !== '' && writer !== userName;
}
