import { PLAIN_NAME } from '../contract/bodies/office-bodies.ts';

/** Tells whether a text can name a clerk, a program or a service. */
export function isPlainName(text: string): boolean {
  return PLAIN_NAME.test(text);
}

export const PLAIN_NAME_WORDS =
  'has small letters, figures, dots, hyphens and underscores: at most 40, the first a letter or a figure.';
