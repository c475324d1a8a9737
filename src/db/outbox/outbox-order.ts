import type { OutboxRow } from '../core/schema.ts';
import { rulesOf } from './commands.ts';

type Place = Pick<OutboxRow, 'commandId' | 'requestId' | 'queuedAt' | 'command'>;

function turnOf(entry: Place) {
  return rulesOf(entry).turn;
}

/** Whether an entry must let another one of its request go first. */
export function isHeld(entry: Place, entries: readonly Place[]): boolean {
  if (turnOf(entry) !== 'inOrder') return false;
  return entries.some(
    (other) =>
      other.commandId !== entry.commandId &&
      other.requestId === entry.requestId &&
      turnOf(other) !== 'alone' &&
      (turnOf(other) === 'first' || other.queuedAt < entry.queuedAt),
  );
}

/** One line for each request, the oldest first, and one for each entry that goes alone. */
export function sortIntoLines<E extends Place>(entries: readonly E[]): E[][] {
  const lines = new Map<string, E[]>();
  for (const entry of [...entries].sort(inOrder)) {
    const key = turnOf(entry) === 'alone' ? entry.commandId : entry.requestId;
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  return [...lines.values()];
}

function inOrder(a: Place, b: Place): number {
  const place = (entry: Place) => (turnOf(entry) === 'first' ? 0 : 1);
  if (a.requestId === b.requestId && place(a) !== place(b)) return place(a) - place(b);
  return a.queuedAt.localeCompare(b.queuedAt);
}
