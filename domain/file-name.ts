import { endingsOf, isKnownEnding } from './file-kinds.ts';

/** Marks of writing direction, which show `exe.pdf` for `fdp.exe`, other invisible ones, controls, and halves of characters. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Of scripts whose letters change by what stands beside them. */
const CHANGING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** What joins two of these letters or keeps them apart, or makes one picture of two, is seen by what it does. */
const BETWEEN_LETTERS = `(?<=${CHANGING.source}\\p{M}*)[\\u200c\\u200d](?=${CHANGING.source})`;
const BETWEEN_PICTURES =
  /(?<=\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=\p{Extended_Pictographic})/u;
const LEFT_OUT = new RegExp(`${UNSEEN.source}(?<!${BETWEEN_LETTERS}|${BETWEEN_PICTURES.source})`, 'gu');

/** The number in «Recibo 12.3» is none. */
const ENDING = /\.(?=[0-9]*[a-z])([a-z0-9]{1,10})$/i;

/** What is seen of a name, and nothing else. */
export function plainFileName(name: string): string {
  return name.replace(LEFT_OUT, '').trim();
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
