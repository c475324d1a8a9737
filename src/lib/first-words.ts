const segmenter = new Intl.Segmenter('pt', { granularity: 'grapheme' });

/** More than any such beginning needs, so that a text of megabytes costs no more than a short one. */
const LOOK_AT_UNITS = 2000;

/** How a text begins, on one line: cut between words, or within one that is too long, never within a character. */
export function firstWords(text: string, maxGraphemes: number): string {
  const line = text.slice(0, LOOK_AT_UNITS).replace(/\s+/g, ' ').trim();
  let end = 0;
  let count = 0;
  for (const { index, segment } of segmenter.segment(line)) {
    if (count === maxGraphemes) break;
    count += 1;
    end = index + segment.length;
  }
  if (end === line.length && text.length <= LOOK_AT_UNITS) return line;
  const start = line.slice(0, end);
  const lastSpace = start.lastIndexOf(' ');
  const cutsWord = line[end] !== ' ' && lastSpace > end / 2;
  return `${(cutsWord ? start.slice(0, lastSpace) : start).trimEnd()}…`;
}
