const MAIL = /\b(e)-(?=mail)/giu;

const SIGNS = '[kMG]B|[кМГ]Б|€|%|h|am|pm';

/** As the five languages count time; in English and Ukrainian the word that says which days stands before, in the others after. */
const SPANS = [
  'dias?|minutos?|horas?|semanas?|mês|meses|anos?',
  'days?|minutes?|hours?|weeks?|months?|years?',
  'días?|mes|años?',
  'jours?|heures?|semaines?|mois|ans?|années?',
  'день|дня|дні|днів|хвилин\\p{L}*|годин\\p{L}*|тиж\\p{L}+|місяц\\p{L}+|рік|рок\\p{L}+',
].join('|');
const DAYS_BEFORE = 'working|calendar|робоч\\p{L}+|календарн\\p{L}+';
const DAYS_AFTER = 'úteis|útil|hábil(?:es)?|ouvrés?';

/** A number, or what stands for one, and its unit. */
const NUMBER = new RegExp(
  `(?:\\d|\\}\\}) (?:${SIGNS}|(?:(?:${DAYS_BEFORE}) )?(?:${SPANS})(?: (?:${DAYS_AFTER}))?)(?!\\p{L})`,
  'giu',
);

/** As a telephone number and a large sum are written. */
const GROUPED_DIGITS = /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/gu;

const unbroken = (words: string) => words.replaceAll(' ', '\u00a0');

/** Keeps *e-mail*, the digits of a number, and a number with its unit, on one line. The files of `locales` have the signs that a keyboard has. */
export function holdTogether(text: string): string {
  return text.replace(MAIL, '$1\u2011').replace(GROUPED_DIGITS, unbroken).replace(NUMBER, unbroken);
}

/** The texts of a file as the app shows them. */
export function parseTexts(json: string): object {
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? holdTogether(value) : value));
}
