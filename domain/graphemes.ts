import { segmentText } from '../shared/segment-text.ts';

/** Matches text beyond Latin letters, quotes, dashes and the euro sign; in other text each code unit but those of CR LF is a character. */
const BEYOND_PLAIN_TEXT = /[\u0300-\u200f\u2028-\u20ab\u20ad-\uffff]/;

/** Segmenting a text at once takes, in Node, a time that grows with the square of its length: 40 000 emoji took six seconds. */
const SLICE_UNITS = 512;

/** Counts characters as a person does, without the white space around them: a family emoji is one. Stops once the count is more than `enough`. */
export function countGraphemes(text: string, enough = Number.POSITIVE_INFINITY): number {
  const trimmed = text.trim();
  const plain = countPlain(trimmed);
  if (plain !== null) return plain;
  let count = 0;
  for (const _ of graphemeEnds(trimmed)) {
    count += 1;
    if (count > enough) break;
  }
  return count;
}

/** The characters counted between two rests. */
const STRIDE = 256;

/** Counts like `countGraphemes`, and awaits `rest` every few hundred characters so that other work can run. Null when `rest` returns false. */
export async function countWithRests(text: string, rest: () => Promise<boolean>): Promise<number | null> {
  let count = 0;
  for (const _ of graphemeEnds(text.trim())) {
    count += 1;
    if (count % STRIDE === 0 && !(await rest())) return null;
  }
  return count;
}

/** Counts the whole characters from the beginning that fit into `maxUnits` UTF-16 code units: one character may take dozens. */
export function countFitting(text: string, maxUnits: number): number {
  let count = 0;
  for (const end of graphemeEnds(text)) {
    if (end > maxUnits) break;
    count += 1;
  }
  return count;
}

/** Counts a text that needs no segmenting; returns null for any other. */
export function countPlain(trimmed: string): number | null {
  if (BEYOND_PLAIN_TEXT.test(trimmed)) return null;
  return trimmed.length - (trimmed.match(/\r\n/g)?.length ?? 0);
}

/** Yields the end of each character, so that the caller may stop or rest. */
function* graphemeEnds(text: string): Generator<number, void> {
  let from = 0;
  let size = SLICE_UNITS;
  while (from < text.length) {
    const to = sliceEnd(text, from + size);
    let lastBegin = from;
    for (const { index } of segmentText(text.slice(from, to))) {
      if (index > 0) yield from + index;
      lastBegin = from + index;
    }
    if (to === text.length) {
      yield to;
      return;
    }
    // The last character may go on behind the slice: the next slice begins with it, and is longer where the slice held nothing else.
    size = lastBegin === from ? size * 2 : SLICE_UNITS;
    from = lastBegin;
  }
}

/** Returns the end of a slice, moved so that it does not split a surrogate pair. */
function sliceEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}
