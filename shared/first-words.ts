import { segmentText } from './segment-text.ts';

/** More than any such beginning needs, so that a text of megabytes costs no more than a short one. */
const LOOK_AT_UNITS = 2000;

/** Latin letters, each a character of its own: there is nothing to segment, which a list of many cards feels. */
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

/** How a text begins, on one line: cut between words, or within one that is too long, never within a character. */
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
