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

/** Removes invisible characters from a text of one line, such as the name of a file or of an office, but for joiners that change how it looks. */
export function plainLine(text: string): string {
  return text.replace(LEFT_OUT, '').trim();
}
