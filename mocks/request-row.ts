import { problem } from '../contract/problem.ts';
import type { Message } from '../contract/types.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { type NewRequest, newRequest } from '../domain/new-request.ts';
import type { Call } from './call.ts';
import { nextStep } from './clerk-plan.ts';
import { moveToEndOfFeed } from './feed.ts';
import { ownKey } from './own-key.ts';
import { orderedKey } from './store.ts';
import type { CitizenRow, RequestRow } from './tables.ts';

/** Returns the citizen's request. Throws the same 404 for another citizen's, since nobody may know that it exists. */
export async function findRequest({ tx }: Call, citizen: CitizenRow, requestId: string): Promise<RequestRow> {
  const row = await tx.get('requests', ownKey(citizen.id, requestId));
  if (!row) throw problem('not-found');
  return row;
}

/** Keeps the request, tells the citizen's devices, and sets the clerk's alarm. `before` is null for a new one. */
export async function keepRequest(
  call: Call,
  row: Omit<RequestRow, 'next' | 'sequence'>,
  before: RequestRow | null,
): Promise<RequestRow> {
  const { id } = row.request;
  const entry = { type: 'request', id } as const;
  const sequence = await moveToEndOfFeed(call, row.citizenId, entry, before?.sequence ?? null);
  const kept = { ...row, sequence, next: nextStep(row.request) };
  const key = ownKey(row.citizenId, id);
  if (before?.next) await call.tx.remove('due', dueKey(before.next.at, key));
  if (kept.next) await call.tx.put('due', dueKey(kept.next.at, key), key);
  await call.tx.put('requests', key, kept);
  return kept;
}

/** Makes a request and its reference. Nothing else does. */
export async function registerRequest(
  call: Call,
  citizenId: string,
  fresh: Omit<NewRequest, 'number'>,
): Promise<RequestRow> {
  const before = await call.tx.get('requests', ownKey(citizenId, fresh.id));
  const number = call.world.nextReference;
  call.world = { ...call.world, nextReference: number + 1 };
  const request = newRequest({ ...fresh, number }, DEFAULT_LIMITS);
  const row = { citizenId, commits: (before?.commits ?? 0) + 1, pausedDaysLeft: null, request };
  return keepRequest(call, row, before ?? null);
}

export async function keepMessage(call: Call, citizenId: string, message: Message): Promise<void> {
  await moveToEndOfFeed(call, citizenId, { type: 'message', id: message.id }, null);
  await call.tx.put('messages', ownKey(citizenId, message.id), { message });
}

/** Makes a key that sorts by the instant at which the clerk has something to do; see `catchUp`. */
function dueKey(at: number, requestKey: string): string {
  return `${orderedKey(at)}/${requestKey}`;
}
