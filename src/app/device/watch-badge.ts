import { liveQuery } from 'dexie';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { type BadgeKeeper, showBadge } from '../../db/requests/badge.ts';
import { useSession } from '../../state/session.ts';
import { followCurrent } from '../session/follow-current.ts';

interface BadgeWatchOptions {
  current: CurrentDatabase;
  keeper?: BadgeKeeper;
}

const isShared = ({ citizen } = useSession.getState()) => citizen?.shared ?? false;

/** Keeps the number beside the icon of the installed app true. A shared device, which others look at, has none. Returns the function that stops it. */
export function watchBadge({ current, keeper = navigator }: BadgeWatchOptions): () => void {
  return followCurrent(current, (db) => {
    const show = () =>
      // Where the browser shows no number, the list of requests still has it.
      liveQuery(() => showBadge(isShared() ? null : db, keeper)).subscribe({ error: () => undefined });
    let shown = show();
    // The same citizen may sign in anew and say that the device is shared.
    const stop = useSession.subscribe((_, before) => {
      if (isShared() === isShared(before)) return;
      shown.unsubscribe();
      shown = show();
    });
    return () => {
      stop();
      shown.unsubscribe();
    };
  });
}
