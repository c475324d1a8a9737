import type { OfficeProblem } from '../../contract/office-types.ts';

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
