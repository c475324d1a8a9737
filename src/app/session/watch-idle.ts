import { liveQuery } from 'dexie';
import { idleTimeLeft, noteActivity, readActivity } from '../../db/core/activity.ts';
import type { Activity, DeviceDatabase } from '../../db/core/device-database.ts';
import type { Clock } from '../../lib/clock.ts';

/** How long before the end of the session the citizen is warned. */
const WARNING_MS = 2 * 60_000;
/** How often, at most, a key press is written down as activity. */
const NOTE_EVERY_MS = 10_000;
const SIGNS_OF_LIFE = ['input', 'keydown', 'pointerdown', 'wheel'] as const;

/** The warning takes at most half of the idle time: a very short session would be one long warning. */
function warningMs({ idleMs }: Activity): number {
  return Math.min(WARNING_MS, idleMs / 2);
}

interface IdleOptions {
  device: DeviceDatabase;
  clock: Clock;
  /** The browser's window and document; tests pass their own. */
  input: Pick<Window, 'addEventListener'>;
  page: Pick<Document, 'addEventListener' | 'visibilityState'>;
  /** Gets the time at which the session ends, in milliseconds since the epoch, or null while that is far. */
  onWarning: (endsAt: number | null) => void;
  /** Called when it is time to tell the server that the citizen is there. */
  onActive: () => void;
  onEnd: () => void;
}

/**
 * Ends the session of a citizen or guest who has gone away. What counts is the last activity in any tab, by the wall clock: timers stand still
 * while a device sleeps. Returns the function that stops it.
 */
export function watchIdle(options: IdleOptions): () => void {
  const { device, clock, input, page, onWarning, onActive, onEnd } = options;
  let activity: Activity | null = null;
  let cancelTimer = () => {};

  /** Returns whether it is time to tell the server: each time where the device is too full to know when that was last. */
  const note = (now: Date) => noteActivity(device, now).catch(() => true);

  function judge(): void {
    cancelTimer();
    if (activity) judgeActivity(activity, clock.now());
    else onWarning(null);
  }

  function judgeActivity(last: Activity, now: Date): void {
    const left = idleTimeLeft(last, now);
    const untilWarning = left - warningMs(last);
    onWarning(left > 0 && untilWarning <= 0 ? last.at + last.idleMs : null);
    if (left > 0) cancelTimer = clock.after(untilWarning > 0 ? untilWarning : left, judge);
    else onEnd();
    // A clock that was moved back would put the end off by as much.
    if (last.at > now.getTime()) void note(now);
  }

  function noteLife(): void {
    if (!activity) return;
    const now = clock.now();
    // Once warned, only the answer to the warning counts; and a key pressed too late must not bring the session back.
    if (idleTimeLeft(activity, now) <= warningMs(activity)) judge();
    else if (now.getTime() - activity.at >= NOTE_EVERY_MS) {
      activity = { ...activity, at: now.getTime() };
      void note(now).then((isTimeToTell) => isTimeToTell && onActive());
    }
  }

  function onVisibility(): void {
    if (page.visibilityState === 'visible') judge();
  }

  const rows = liveQuery(() => readActivity(device)).subscribe((row) => {
    activity = row;
    judge();
  });
  const watching = new AbortController();
  const { signal } = watching;
  for (const sign of SIGNS_OF_LIFE) {
    input.addEventListener(sign, noteLife, { capture: true, passive: true, signal });
  }
  page.addEventListener('visibilitychange', onVisibility, { signal });

  return () => {
    rows.unsubscribe();
    cancelTimer();
    watching.abort();
  };
}
