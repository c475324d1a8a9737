const segmenter = new Intl.Segmenter('pt', { granularity: 'grapheme' });

/**
 * Whether the text may hold a character outside Latin letters, typographic quotes and dashes, and the euro sign.
 * Within these every code unit is a character of its own, CR LF apart.
 */
const BEYOND_PLAIN_TEXT = /[\u0300-\u200f\u2028-\u20ab\u20ad-\uffff]/;

/**
 * Characters as a person counts them: a family emoji is one. White space around the text is not counted, that within
 * it is. Plain text takes a short cut, since the count runs at every key and segmenting a long paste takes too long.
 */
export function countGraphemes(text: string): number {
  const trimmed = text.trim();
  if (!BEYOND_PLAIN_TEXT.test(trimmed)) return trimmed.length - (trimmed.match(/\r\n/g)?.length ?? 0);
  let count = 0;
  for (const _ of segmenter.segment(trimmed)) count += 1;
  return count;
}

/** How many whole characters from its beginning fit into so many UTF-16 code units: one character may take dozens. */
export function countFitting(text: string, maxUnits: number): number {
  if (text.length <= maxUnits) return countGraphemes(text);
  let count = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > maxUnits) break;
    count += 1;
  }
  return count;
}
