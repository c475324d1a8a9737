import { endingsOf, isKnownEnding } from './file-kinds.ts';

/** Invisible characters: marks of writing direction, which show `exe.pdf` for `fdp.exe`, controls, and halves of characters. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Letters of scripts in which a letter's shape depends on its neighbours. */
const CHANGING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** A joiner between two such letters or two emoji changes what is seen, so it stays. */
const BETWEEN_LETTERS = `(?<=${CHANGING.source}\\p{M}*)[\\u200c\\u200d](?=${CHANGING.source})`;
const BETWEEN_PICTURES =
  /(?<=\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=\p{Extended_Pictographic})/u;
const LEFT_OUT = new RegExp(`${UNSEEN.source}(?<!${BETWEEN_LETTERS}|${BETWEEN_PICTURES.source})`, 'gu');

/** Matches a file ending, but not the number in «Recibo 12.3». */
const ENDING = /\.(?=[0-9]*[a-z])([a-z0-9]{1,10})$/i;

/** Removes invisible characters from a name, but for joiners that change how it looks. */
export function plainFileName(name: string): string {
  return name.replace(LEFT_OUT, '').trim();
}

/** Returns the ending in small letters, without the dot, or an empty text. */
function endingOf(name: string): string {
  return ENDING.exec(plainFileName(name))?.[1]?.toLowerCase() ?? '';
}

/** Whether the ending fits the type: systems choose by the ending what opens a file. */
export function hasEndingOf(type: string, name: string): boolean {
  return endingsOf(type).includes(endingOf(name));
}

/** Returns the name under which a file is saved: a name with another type's ending gets its own type's ending appended. */
export function fitFileName(name: string, type: string): string {
  const plain = plainFileName(name);
  const [ending] = endingsOf(type);
  return ending === undefined || hasEndingOf(type, plain) ? plain : `${plain}.${ending}`;
}

/** Adds a missing ending and corrects that of a picture, as devices mix these up. Any other wrong ending is left for the citizen to correct. */
export function mendFileName(name: string, type: string | null): string {
  const ending = endingOf(name);
  const isMixedUp = ending === '' || isKnownEnding(ending);
  return type !== null && isMixedUp ? fitFileName(name, type) : plainFileName(name);
}
