import { isId } from '../../contract/bodies/bodies.ts';
import { malformed } from '../../contract/problem.ts';

/** Of what a program makes. Throws for what is none. */
export function idOf(id: string): string {
  if (!isId(id)) throw malformed();
  return id;
}
