import { closestMatch } from 'leven';

/** Many other words differ from a shorter name by two letters. */
const SHORT_LENGTH = 8;

/** Returns a sentence for each name that looks like a misspelt setting: the server would otherwise do as if it had not been given. */
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
