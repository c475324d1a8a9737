import { joinRuns, type Run } from './pdf-letters.ts';

/**
 * Breaks letters into lines: between words, and within a word only where it is longer than a line. The space at the end of a line stays, or
 * who copies the text would find two words become one.
 */
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
    const space = word.filter(isSpace);
    const wordWidth = sumWidths(word.slice(0, word.length - space.length), measure);
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

/** Each with the spaces that follow it. */
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

function sumWidths(letters: readonly Run[], measure: (run: Run) => number): number {
  return letters.reduce((sum, letter) => sum + measure(letter), 0);
}
