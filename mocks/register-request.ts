import type { Attachment, RequestSubmission } from '../contract/types.ts';
import { newRequest } from '../domain/new-request.ts';
import type { Call } from './call.ts';
import { FIRST_OFFICE } from './office-texts.ts';
import { ownKey } from './own-key.ts';
import { keepRequest } from './request-row.ts';
import type { RequestRow } from './tables.ts';

interface Received {
  id: string;
  citizenId: string;
  revision: number;
  content: RequestSubmission;
  attachments: Attachment[];
  receivedAtMs: number;
}

/** The one place where a request comes to be, and where a reference is made. */
export async function registerRequest(call: Call, received: Received): Promise<RequestRow> {
  const { citizenId, receivedAtMs, ...fresh } = received;
  const before = await call.tx.get('requests', ownKey(citizenId, fresh.id));
  const number = call.world.nextReference;
  call.world = { ...call.world, nextReference: number + 1 };
  const receivedAt = new Date(receivedAtMs).toISOString();
  const request = newRequest({ ...fresh, number, receivedAt, officeName: FIRST_OFFICE });
  const row = { citizenId, commits: (before?.commits ?? 0) + 1, pausedDaysLeft: null, request };
  return keepRequest(call, row, before ?? null);
}
