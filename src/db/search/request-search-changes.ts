import Dexie, { type IntervalTree, type ObservabilitySet } from 'dexie';
import type { CitizenDatabase } from '../core/citizen-database.ts';

export interface RequestChanges {
  requestIds: string[];
  messageIds: string[];
}

/** The first pull of a long life changes hundreds of rows many times a second: they are told together. */
const TELL_EVERY_MS = 500;

/**
 * Tells which requests and messages were written, by whichever tab, also by one of an older build. Null: something was written that has no
 * list of ids.
 */
export function watchRequestChanges(
  db: CitizenDatabase,
  onChange: (changes: RequestChanges | null) => void,
): () => void {
  const requestIds = new Set<string>();
  const messageIds = new Set<string>();
  let knowsAll = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    timer = undefined;
    onChange(knowsAll ? { requestIds: [...requestIds], messageIds: [...messageIds] } : null);
    requestIds.clear();
    messageIds.clear();
    knowsAll = true;
  }

  function listen(parts: ObservabilitySet): void {
    const requests = parts[`idb://${db.name}/requests/`];
    const messages = parts[`idb://${db.name}/messages/`];
    if (!requests && !messages) return;
    const isList = collectKeys(requests, requestIds) && collectKeys(messages, messageIds);
    knowsAll = knowsAll && isList;
    timer ??= setTimeout(tell, TELL_EVERY_MS);
  }

  Dexie.on.storagemutated.subscribe(listen);
  return () => {
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(listen);
  };
}

/** False when there are ranges among them: then the keys are not known one by one. */
function collectKeys(tree: IntervalTree | null | undefined, into: Set<string>): boolean {
  if (!tree || !('from' in tree)) return true;
  if (tree.from !== tree.to || typeof tree.from !== 'string') return false;
  into.add(tree.from);
  return collectKeys(tree.l, into) && collectKeys(tree.r, into);
}
