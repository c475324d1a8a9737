import { foundExcerpt } from './found-excerpt.ts';
import { Marked } from './marked.tsx';

interface ExcerptProps {
  text: string;
  /** That were searched for, folded. */
  words: readonly string[];
  graphemes: number;
}

/** The beginning of a text or, where words were searched for, the part in which they stand. */
export function Excerpt({ text, words, graphemes }: ExcerptProps) {
  return (
    <bdi>
      <Marked text={foundExcerpt(text, words, graphemes)} words={words} />
    </bdi>
  );
}
