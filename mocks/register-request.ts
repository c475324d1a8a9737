import type { Attachment, RequestSubmission } from '../src/contract/types.ts';
import { dueOn } from '../src/domain/deadlines.ts';
import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import { lisbonDate } from '../src/domain/lisbon-date.ts';
import { writtenIn } from '../src/domain/written/words.ts';
import type { Call } from './call.ts';
import { REVIEW_AFTER_WORKING_DAYS } from './office.ts';
import { FIRST_OFFICE } from './office-texts.ts';
import { keepRequest } from './request-row.ts';
import type { RequestRow } from './tables.ts';
import { afterWorkingDays } from './world-days.ts';

interface NewRequest {
  id: string;
  citizenId: string;
  revision: number;
  content: RequestSubmission;
  attachments: Attachment[];
  receivedAtMs: number;
}

/** The one place where a request comes to be, and where a reference is made. */
export async function registerRequest(call: Call, fresh: NewRequest): Promise<RequestRow> {
  const { id, citizenId, revision, content, attachments, receivedAtMs } = fresh;
  const { kind, onBehalfOf, aboutRequestId = null, topic } = content;
  const receivedAt = new Date(receivedAtMs).toISOString();
  const before = await call.tx.get('requests', id);
  const row: RequestRow = {
    citizenId,
    commits: (before?.commits ?? 0) + 1,
    sequence: 0,
    next: { action: 'review', at: afterWorkingDays(receivedAtMs, REVIEW_AFTER_WORKING_DAYS) },
    pausedDaysLeft: null,
    request: {
      id,
      reference: takeReference(call, receivedAt),
      revision,
      kind,
      onBehalfOf,
      ...writtenIn(content),
      aboutRequestId,
      topic,
      attachments,
      receivedAt,
      dueOn: dueOn(receivedAt, kind, DEFAULT_LIMITS),
      deadlinePaused: false,
      state: 'registered',
      office: { name: FIRST_OFFICE },
      history: [{ state: 'registered', at: receivedAt, officeName: FIRST_OFFICE }],
      rating: null,
      readUpTo: null,
      lastMessageAt: null,
      askAgainUntil: null,
      updatedAt: receivedAt,
    },
  };
  return keepRequest(call, row, before ?? null);
}

const REFERENCE_DIGITS = 7;

/** The year of reception in Lisbon, then a number that is never given twice. */
function takeReference(call: Call, receivedAt: string): string {
  const number = call.world.nextReference;
  call.world = { ...call.world, nextReference: number + 1 };
  return `EC-${lisbonDate(receivedAt).slice(0, 4)}-${String(number).padStart(REFERENCE_DIGITS, '0')}`;
}
