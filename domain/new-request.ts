import type { Attachment, CitizenRequest, RequestSubmission } from '../contract/types.ts';
import { type DeadlineLimits, dueOn } from './deadlines.ts';
import { lisbonDate } from './lisbon-date.ts';
import { writtenIn } from './written/words.ts';

interface Received {
  id: string;
  reference: string;
  revision: number;
  content: Omit<RequestSubmission, 'attachments'>;
  attachments: Attachment[];
  receivedAt: string;
  officeName: string;
}

export interface NewRequest extends Omit<Received, 'reference'> {
  /** The number of the reference, which a server never gives twice. */
  number: number;
}

const REFERENCE_DIGITS = 7;

/** Makes the request as it is at its reception. */
export function newRequest({ number, ...fresh }: NewRequest, limits: DeadlineLimits): CitizenRequest {
  return receivedRequest({ ...fresh, reference: referenceOf(fresh.receivedAt, number) }, limits);
}

export function receivedRequest(received: Received, limits: DeadlineLimits): CitizenRequest {
  const { id, reference, revision, content, attachments, receivedAt, officeName } = received;
  const { kind, onBehalfOf, aboutRequestId = null, topic } = content;
  return {
    id,
    reference,
    revision,
    kind,
    onBehalfOf,
    ...writtenIn(content),
    aboutRequestId,
    topic,
    attachments,
    receivedAt,
    dueOn: dueOn(receivedAt, kind, limits),
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

/** Joins the year of reception in Lisbon and the number: `EC-2026-0000124`. */
function referenceOf(receivedAt: string, number: number): string {
  return `EC-${lisbonDate(receivedAt).slice(0, 4)}-${String(number).padStart(REFERENCE_DIGITS, '0')}`;
}
