import type { Acknowledgement, CitizenRequest, Message } from '../contract/types.ts';

/** The credential with which a device sends. A session gets back what it has sent; a ticket gets an acknowledgement, which has no word of it. */
export type SentBy = 'session' | 'ticket';

export function answerTo<T>({ by }: { by: SentBy }, sent: T, acknowledge: (sent: T) => Acknowledgement) {
  return by === 'session' ? sent : acknowledge(sent);
}

export function acknowledgeRequest({ id, reference, revision, receivedAt }: CitizenRequest): Acknowledgement {
  return { id, reference, revision, at: receivedAt };
}

export function acknowledgeMessage(
  { id, sentAt }: Message,
  { reference }: Pick<CitizenRequest, 'reference'>,
): Acknowledgement {
  return { id, reference, at: sentAt };
}

export function acknowledgeWithdrawal({
  id,
  reference,
  history,
  updatedAt,
}: CitizenRequest): Acknowledgement {
  return { id, reference, at: history.find(({ state }) => state === 'withdrawn')?.at ?? updatedAt };
}

export function acknowledgeRead({ id, reference, readUpTo, updatedAt }: CitizenRequest): Acknowledgement {
  return { id, reference, at: readUpTo ?? updatedAt };
}
