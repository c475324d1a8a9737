import { endingsOf, isKnownEnding } from './file-kinds.ts';
import { plainLine } from './plain-line.ts';

/** Matches a file ending, but not the number in «Recibo 12.3». */
const ENDING = /\.(?=[0-9]*[a-z])([a-z0-9]{1,10})$/i;

/** Returns the ending in small letters, without the dot, or an empty text. */
function endingOf(name: string): string {
  return ENDING.exec(plainLine(name))?.[1]?.toLowerCase() ?? '';
}

/** Whether the ending fits the type: systems choose by the ending what opens a file. */
export function hasEndingOf(type: string, name: string): boolean {
  return endingsOf(type).includes(endingOf(name));
}

/** Returns the name under which a file is saved: a name with another type's ending gets its own type's ending appended. */
export function fitFileName(name: string, type: string): string {
  const plain = plainLine(name);
  const [ending] = endingsOf(type);
  return ending === undefined || hasEndingOf(type, plain) ? plain : `${plain}.${ending}`;
}

/** Adds a missing ending and corrects that of a picture, as devices mix these up. Any other wrong ending is left for the citizen to correct. */
export function mendFileName(name: string, type: string | null): string {
  const ending = endingOf(name);
  const isMixedUp = ending === '' || isKnownEnding(ending);
  return type !== null && isMixedUp ? fitFileName(name, type) : plainLine(name);
}
