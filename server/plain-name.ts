/** Tells whether a text can name a clerk, a program or a service: any keyboard can type it, and the record of what was done can hold it. */
export function isPlainName(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,39}$/.test(text);
}

export const PLAIN_NAME_WORDS =
  'has small letters, figures, dots, hyphens and underscores: at most 40, the first a letter or a figure.';
