import { liveQuery } from 'dexie';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { type BadgeKeeper, showBadge } from '../../db/requests/badge.ts';
import { followCurrent } from '../session/follow-current.ts';
import { followOwn } from './follow-own.ts';

interface BadgeWatchOptions {
  current: CurrentDatabase;
  keeper?: BadgeKeeper;
}

/** Keeps the number beside the icon of the installed app true. A shared device, which others look at, has none. Returns the function that stops it. */
export function watchBadge({ current, keeper = navigator }: BadgeWatchOptions): () => void {
  return followCurrent(current, (db) =>
    followOwn((isOwn) => {
      // Where the browser shows no number, the list of requests still has it.
      const shown = liveQuery(() => showBadge(isOwn ? db : null, keeper)).subscribe({
        error: () => undefined,
      });
      return () => shown.unsubscribe();
    }),
  );
}
