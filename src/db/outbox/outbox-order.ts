import type { OutboxRow } from '../core/schema.ts';

type Place = Pick<OutboxRow, 'commandId' | 'requestId' | 'queuedAt' | 'command'>;

/**
 * Whether an entry must let another one of its request go first: what the citizen said in one order arrives in that order, and nothing about
 * a request before the request itself. How far they have read neither waits nor holds.
 */
export function isHeld(entry: Place, entries: readonly Place[]): boolean {
  if (entry.command.type === 'markRead' || entry.command.type === 'submitRequest') return false;
  return entries.some(
    (other) =>
      other.commandId !== entry.commandId &&
      other.requestId === entry.requestId &&
      other.command.type !== 'markRead' &&
      (other.command.type === 'submitRequest' || other.queuedAt < entry.queuedAt),
  );
}

/** One queue for each request, the oldest first, and one for each read mark. */
export function sortIntoQueues<E extends Place>(entries: readonly E[]): E[][] {
  const queues = new Map<string, E[]>();
  for (const entry of [...entries].sort(inOrder)) {
    const { command, commandId, requestId } = entry;
    const key = command.type === 'markRead' ? commandId : requestId;
    queues.set(key, [...(queues.get(key) ?? []), entry]);
  }
  return [...queues.values()];
}

function inOrder(a: Place, b: Place): number {
  const isRequest = (entry: Place) => (entry.command.type === 'submitRequest' ? 0 : 1);
  if (a.requestId === b.requestId && isRequest(a) !== isRequest(b)) return isRequest(a) - isRequest(b);
  return a.queuedAt.localeCompare(b.queuedAt);
}
