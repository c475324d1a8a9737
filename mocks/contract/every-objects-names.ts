/** What every object answers to: whoever uses a sent word as a key finds these where nothing was put. */
export const EVERY_OBJECTS_NAMES: readonly string[] = Object.getOwnPropertyNames(Object.prototype);
