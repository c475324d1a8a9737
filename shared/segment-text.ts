let segmenter: Intl.Segmenter | undefined;

/** Made when the first text asks for it, since that takes a phone as long as a page to draw. Firefox has had it since version 125. */
function segmenterOfHere(): Intl.Segmenter | null {
  if (Intl.Segmenter) segmenter ??= new Intl.Segmenter('pt', { granularity: 'grapheme' });
  return segmenter ?? null;
}

/** A code point with the marks on it: a family emoji counts as more than one, an accent never does. */
const MARKED = /\r\n|\P{M}\p{M}*|\p{M}+/gu;

/** A text as what a person takes for its characters, each with the place where it begins. */
export function segmentText(
  text: string,
  by: Intl.Segmenter | null = segmenterOfHere(),
): Iterable<{ index: number; segment: string }> {
  return (
    by?.segment(text) ?? Array.from(text.matchAll(MARKED), ({ index, 0: segment }) => ({ index, segment }))
  );
}
