/** Of a clerk or a program: what can be typed on any keyboard and stands in the record of what was done. */
export function isPlainName(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,39}$/.test(text);
}

export const PLAIN_NAME_WORDS =
  'has small letters, figures, dots, hyphens and underscores: at most 40, the first a letter or a figure.';
