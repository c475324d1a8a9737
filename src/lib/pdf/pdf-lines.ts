import { segmentText } from '../../../shared/segment-text.ts';

/** Returns whether a font, given by its place in the list, has a letter. */
type HasLetter = (font: number, codePoint: number) => boolean;

/** Letters that one font draws. */
export interface Run {
  font: number;
  text: string;
  /** The real letters, where no font has them and `text` is only a sign for them. */
  actual?: string;
}

/** U+FFFD, the sign for a missing letter, which the first font must have. */
const MISSING_SIGN = '\ufffd';

/** Joiners, variation selectors and marks of direction: none has a letter of its own. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}/gu;

/** Spaces of other widths, which some languages put into numbers: no line is to break at them. */
const OTHER_SPACES = /[\t\u2000-\u200a\u202f\u205f\u3000]/g;
const NO_BREAK_SPACE = '\u00a0';
/** No font of the app has this hyphen, and lines break at spaces alone. */
const NO_BREAK_HYPHEN = '\u2011';

/** Makes what a person reads as one letter into what the fonts can draw: as it is, in parts, or as a sign that a letter is missing. */
export function drawLetters(text: string, fontCount: number, has: HasLetter): Run[] {
  const runs: Run[] = [];
  const plain = text.normalize('NFC').replace(OTHER_SPACES, NO_BREAK_SPACE).replaceAll(NO_BREAK_HYPHEN, '-');
  for (const { segment } of segmentText(plain)) {
    runs.push(...drawLetter(segment, fontCount, has));
  }
  return runs;
}

function drawLetter(letter: string, fontCount: number, has: HasLetter): Run[] {
  const text = letter.replace(UNSEEN, '');
  if (text === '') return [];
  const whole = findFont(text, fontCount, has);
  if (whole !== undefined) return [{ font: whole, text }];
  // An accent may stand in another file than its letter.
  const parts = [...text].map((part) => ({ font: findFont(part, fontCount, has), text: part }));
  const drawn = parts.flatMap(({ font, text: part }) => (font === undefined ? [] : [{ font, text: part }]));
  return drawn.length === parts.length ? drawn : [{ font: 0, text: MISSING_SIGN, actual: letter }];
}

function findFont(text: string, fontCount: number, has: HasLetter): number | undefined {
  for (let font = 0; font < fontCount; font += 1) {
    if ([...text].every((character) => has(font, character.codePointAt(0) ?? 0))) return font;
  }
  return undefined;
}

/** Joins what one font draws in one go: letters side by side are then one word also when they are copied. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.font === run.font && (last.actual === undefined) === (run.actual === undefined)) {
      last.text += run.text;
      if (last.actual !== undefined) last.actual += run.actual ?? '';
    } else {
      joined.push({ ...run });
    }
  }
  return joined;
}

/** Breaks between words, and within a word longer than a line. A line's last space stays: without it two words would become one when they are copied. */
export function breakLines(letters: readonly Run[], width: number, measure: (run: Run) => number): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let lineWidth = 0;
  const endLine = () => {
    lines.push(joinRuns(line));
    line = [];
    lineWidth = 0;
  };
  for (const word of splitWords(letters)) {
    const wordWidth = word.reduce((sum, letter) => sum + (isSpace(letter) ? 0 : measure(letter)), 0);
    if (line.length > 0 && lineWidth + wordWidth > width) endLine();
    for (const letter of word) {
      const letterWidth = measure(letter);
      if (!isSpace(letter) && line.length > 0 && lineWidth + letterWidth > width) endLine();
      line.push(letter);
      lineWidth += letterWidth;
    }
  }
  endLine();
  return lines;
}

function isSpace(letter: Run): boolean {
  return letter.text === ' ';
}

/** Splits letters into words, each with the spaces that follow it. */
function splitWords(letters: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  let word: Run[] = [];
  for (const letter of letters) {
    const last = word.at(-1);
    if (last && isSpace(last) && !isSpace(letter)) {
      words.push(word);
      word = [];
    }
    word.push(letter);
  }
  if (word.length > 0) words.push(word);
  return words;
}
