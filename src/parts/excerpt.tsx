import { firstWords } from '../lib/first-words.ts';

/** As much of a text as stands on a card. */
export const EXCERPT_GRAPHEMES = 140;

export function Excerpt({ text }: { text: string }) {
  return <bdi>{firstWords(text, EXCERPT_GRAPHEMES)}</bdi>;
}
