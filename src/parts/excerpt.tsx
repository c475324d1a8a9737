import { firstWords } from '../../shared/first-words.ts';

/** How much of a text stands on a card. */
export const EXCERPT_GRAPHEMES = 140;

export function Excerpt({ text }: { text: string }) {
  return <bdi>{firstWords(text, EXCERPT_GRAPHEMES)}</bdi>;
}
