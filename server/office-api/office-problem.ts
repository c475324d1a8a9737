import { isId } from '../../contract/bodies/bodies.ts';
import type { OfficeProblem } from '../../contract/office-types.ts';
import { malformed } from '../../contract/problem.ts';

/** Problems that the citizens' contract has no word for; its own `problem` makes the others. */
const STATUS = {
  'unknown-token': 401,
  'request-changed': 409,
  'checksum-mismatch': 422,
  'file-missing': 422,
  validation: 422,
} as const satisfies Partial<Record<OfficeProblem['type'], number>>;

export function officeProblem(
  type: keyof typeof STATUS,
  extras: Pick<OfficeProblem, 'issues' | 'fileIds'> = {},
  headers: Record<string, string> = {},
): Response {
  const status = STATUS[type];
  const body: OfficeProblem = { type, status, ...extras };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  });
}

/** Returns the id that a program gave to what it makes. Throws when it is no id. */
export function idOf(id: string): string {
  if (!isId(id)) throw malformed();
  return id;
}
