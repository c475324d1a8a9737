import { segmentText } from './segment-text.ts';

/** How much of a text is looked at: more than its first words ever take, so that a text of megabytes costs no more than a short one. */
const LOOK_AT_UNITS = 2000;

/** Matches a text in which each code unit is one character. It needs no segmenting, which would slow down a list of many cards. */
const SINGLE_UNITS = /^[\u0020-\u024f\u2010-\u2027\u20ac]*$/;

function endOfGraphemes(line: string, maxGraphemes: number): number {
  let end = 0;
  let count = 0;
  for (const { index, segment } of segmentText(line)) {
    if (count === maxGraphemes) break;
    count += 1;
    end = index + segment.length;
  }
  return end;
}

/** Returns the beginning of a text on one line, cut between words, or within a word that is too long, but never within a character. */
export function firstWords(text: string, maxGraphemes: number): string {
  const line = text.slice(0, LOOK_AT_UNITS).replace(/\s+/g, ' ').trim();
  const end = SINGLE_UNITS.test(line)
    ? Math.min(maxGraphemes, line.length)
    : endOfGraphemes(line, maxGraphemes);
  if (end === line.length && text.length <= LOOK_AT_UNITS) return line;
  const start = line.slice(0, end);
  const lastSpace = start.lastIndexOf(' ');
  const cutsWord = line[end] !== ' ' && lastSpace > end / 2;
  return `${(cutsWord ? start.slice(0, lastSpace) : start).trimEnd()}…`;
}
