import type { Attachment, CitizenRequest, RequestSubmission } from '../contract/types.ts';
import { dueOn } from './deadlines.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { lisbonDate } from './lisbon-date.ts';
import { writtenIn } from './written/words.ts';

export interface NewRequest {
  id: string;
  revision: number;
  /** The number of the reference, which a server never gives twice. */
  number: number;
  content: RequestSubmission;
  attachments: Attachment[];
  receivedAt: string;
  officeName: string;
}

const REFERENCE_DIGITS = 7;

/** Makes the request as of its reception. */
export function newRequest(fresh: NewRequest): CitizenRequest {
  const { id, revision, number, content, attachments, receivedAt, officeName } = fresh;
  const { kind, onBehalfOf, aboutRequestId = null, topic } = content;
  return {
    id,
    reference: referenceOf(receivedAt, number),
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
    office: { name: officeName },
    history: [{ state: 'registered', at: receivedAt, officeName }],
    rating: null,
    readUpTo: null,
    lastMessageAt: null,
    askAgainUntil: null,
    updatedAt: receivedAt,
  };
}

/** The year of reception in Lisbon, then the number. */
function referenceOf(receivedAt: string, number: number): string {
  return `EC-${lisbonDate(receivedAt).slice(0, 4)}-${String(number).padStart(REFERENCE_DIGITS, '0')}`;
}
