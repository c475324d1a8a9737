import { firstWords } from '../../shared/first-words.ts';

/** The longest excerpt on a card, in graphemes. */
export const EXCERPT_GRAPHEMES = 140;

export function Excerpt({ text }: { text: string }) {
  return <bdi>{firstWords(text, EXCERPT_GRAPHEMES)}</bdi>;
}
