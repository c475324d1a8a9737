import { closestMatch } from 'leven';

/** Of a short name much else is as near. */
const SHORT_LENGTH = 8;

/** A sentence for each that looks like a setting and is none: without it the server would do as if nothing had been said. */
export function judgeUnknown(given: readonly string[], settings: readonly string[]): string[] {
  return given.flatMap((name) => {
    if (settings.includes(name)) return [];
    const maxDistance = name.length < SHORT_LENGTH ? 1 : 2;
    const meant = closestMatch(name.toUpperCase(), settings, { maxDistance });
    return meant === undefined
      ? []
      : [`${name} is no setting. Was ${meant} meant? What the server does not know it would pass over.`];
  });
}
