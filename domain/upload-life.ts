const DAY_MS = 24 * 60 * 60 * 1000;
/** The life of an upload that has no bytes. */
const UNUSED_LIFE_MS = DAY_MS;
/** The life of an upload that was never finished. */
const UNFINISHED_LIFE_MS = 7 * DAY_MS;
/** The life of a finished upload that neither a request nor a draft names. */
const UNNAMED_LIFE_MS = 30 * DAY_MS;

/** The part of an upload that decides how long it is kept. Instants are in ms. */
interface Upload {
  offset: number;
  size: number;
  touchedAt: number;
}

export function hasExpired({ offset, size, touchedAt }: Upload, now: number): boolean {
  return offset < size && touchedAt + UNFINISHED_LIFE_MS <= now;
}

/** Whether the upload may be deleted, since nobody will go on with it. */
export function mayBeForgotten(upload: Upload, isNamed: boolean, now: number): boolean {
  if (hasExpired(upload, now)) return true;
  const lifeMs = upload.offset === 0 ? UNUSED_LIFE_MS : UNNAMED_LIFE_MS;
  return !isNamed && upload.touchedAt + lifeMs <= now;
}

/** Returns the instant before which an upload must have been touched last to be deleted, whatever its state. */
export function soonestForgotten(now: number): number {
  return now - UNUSED_LIFE_MS;
}
