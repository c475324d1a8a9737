let segmenter: Intl.Segmenter | undefined;

/** Returns the browser's segmenter; null in Firefox before version 125. It is made at first use: on a phone that takes as long as drawing a page. */
function browserSegmenter(): Intl.Segmenter | null {
  if (Intl.Segmenter) segmenter ??= new Intl.Segmenter('pt', { granularity: 'grapheme' });
  return segmenter ?? null;
}

/** Used without a segmenter: a code point with its combining marks. A family emoji then counts as more than one character, an accent never does. */
const MARKED = /\r\n|\P{M}\p{M}*|\p{M}+/gu;

/** Splits a text into what a person takes for its characters, each with the index where it begins. */
export function segmentText(
  text: string,
  by: Intl.Segmenter | null = browserSegmenter(),
): Iterable<{ index: number; segment: string }> {
  return (
    by?.segment(text) ?? Array.from(text.matchAll(MARKED), ({ index, 0: segment }) => ({ index, segment }))
  );
}
