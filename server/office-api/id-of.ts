import { isId } from '../../contract/bodies/bodies.ts';
import { malformed } from '../../contract/problem.ts';

/** Returns the id that a program gave to what it makes. Throws when it is no id. */
export function idOf(id: string): string {
  if (!isId(id)) throw malformed();
  return id;
}
