const DAY_MS = 24 * 60 * 60 * 1000;
/** Of one to which nothing ever came. */
const UNUSED_LIFE_MS = DAY_MS;
/** Of one that was begun and never finished. */
const UNFINISHED_LIFE_MS = 7 * DAY_MS;
/** Of a finished one that neither a request nor a draft names: its draft was deleted, or it was taken out of it. */
const UNNAMED_LIFE_MS = 30 * DAY_MS;

/** Instants in ms. */
interface Upload {
  offset: number;
  size: number;
  touchedAt: number;
}

export function hasExpired({ offset, size, touchedAt }: Upload, now: number): boolean {
  return offset < size && touchedAt + UNFINISHED_LIFE_MS <= now;
}

/** Whether nobody will go on with it. */
export function mayBeForgotten(upload: Upload, isNamed: boolean, now: number): boolean {
  if (hasExpired(upload, now)) return true;
  const lifeMs = upload.offset === 0 ? UNUSED_LIFE_MS : UNNAMED_LIFE_MS;
  return !isNamed && upload.touchedAt + lifeMs <= now;
}

/** What was touched since stays, whatever it is. */
export function soonestForgotten(now: number): number {
  return now - UNUSED_LIFE_MS;
}
