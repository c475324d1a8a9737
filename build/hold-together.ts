const MAIL = /\b(e)-(?=mail)/giu;

/** A number, or what stands for one, and the space before the sign of its unit. */
const NUMBER = /(\d|\}\}) (?=(?:[kMG]B|€|%)(?!\p{L}))/gu;

/** Keeps *e-mail*, and a number with its unit, on one line. The files of `locales` have the signs that a keyboard has. */
export function holdTogether(text: string): string {
  return text.replace(MAIL, '$1\u2011').replace(NUMBER, '$1\u00a0');
}

/** The texts of a file as the app shows them. */
export function parseTexts(json: string): object {
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? holdTogether(value) : value));
}
