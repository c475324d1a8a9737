import { endingsOf, isKnownEnding } from './file-kinds.ts';

/** Marks of writing direction, which show `exe.pdf` for `fdp.exe`, other invisible ones, controls, and halves of characters. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The number in «Recibo 12.3» is none. */
const ENDING = /\.(?=[0-9]*[a-z])([a-z0-9]{1,10})$/i;

/** What is seen of a name, and nothing else. */
export function plainFileName(name: string): string {
  return name.replace(UNSEEN, '').trim();
}

/** In small letters, without the dot; empty where there is none. */
function endingOf(name: string): string {
  return ENDING.exec(plainFileName(name))?.[1]?.toLowerCase() ?? '';
}

/** Systems choose by the ending what opens a file, whatever its bytes are. */
export function hasEndingOf(type: string, name: string): boolean {
  return endingsOf(type).includes(endingOf(name));
}

/** For a file that is kept or handed on: one that would be opened as something else gets its type's ending behind its name. */
export function fitFileName(name: string, type: string): string {
  const plain = plainFileName(name);
  const [ending] = endingsOf(type);
  return ending === undefined || hasEndingOf(type, plain) ? plain : `${plain}.${ending}`;
}

/** Devices leave the ending out, and mix up those of pictures. Any other ending is for whoever chose the file to mend, who is told so. */
export function mendFileName(name: string, type: string | null): string {
  const ending = endingOf(name);
  const isMixedUp = ending === '' || isKnownEnding(ending);
  return type !== null && isMixedUp ? fitFileName(name, type) : plainFileName(name);
}
