const MAIL = /\b(e)-(?=mail)/giu;

const SIGNS = '[kMG]B|[кМГ]Б|€|%|h|am|pm';

/**
 * The words for spans of time in the five languages. The word that says which days stands before them in English and Ukrainian, and after them in the others.
 */
const SPANS = [
  'dias?|minutos?|horas?|semanas?|mês|meses|anos?',
  'days?|minutes?|hours?|weeks?|months?|years?',
  'días?|mes|años?',
  'jours?|heures?|semaines?|mois|ans?|années?',
  'день|дня|дні|днів|хвилин\\p{L}*|годин\\p{L}*|тиж\\p{L}+|місяц\\p{L}+|рік|рок\\p{L}+',
].join('|');
const DAYS_BEFORE = 'working|calendar|робоч\\p{L}+|календарн\\p{L}+';
const DAYS_AFTER = 'úteis|útil|hábil(?:es)?|ouvrés?';

/** A number, or a placeholder for one, and its unit. */
const NUMBER = new RegExp(
  `(?:\\d|\\}\\}) (?:${SIGNS}|(?:(?:${DAYS_BEFORE}) )?(?:${SPANS})(?: (?:${DAYS_AFTER}))?)(?!\\p{L})`,
  'giu',
);

/** Hours such as *das 9 às 18 horas* and *9 am to 6 pm*, of which one half says no hours. */
const HOURS =
  /(?<!\p{L})(?:(?:das|de) )?\d{1,2}(?: (?:h|am))? (?:às|a|à|to) \d{1,2} (?:horas|h|pm)(?!\p{L})/giu;

const MONTHS = [
  'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'enero|febrero|marzo|mayo|junio|julio|septiembre|octubre|noviembre|diciembre',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня',
].join('|');

/** The day and its month; the year may stand on the next line. */
const DAY = new RegExp(`(?<!\\d)\\d{1,2}(?:er)? (?:de )?(?:${MONTHS})(?!\\p{L})`, 'giu');

/** *n.º* before a number, such as that of a law. */
const NUMBERED = /n\.º (?=\d)/giu;

/** Digits in groups, as telephone numbers and large sums are written. */
const GROUPED_DIGITS = /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/gu;

const unbroken = (words: string) => words.replaceAll(' ', '\u00a0');

const HELD = [GROUPED_DIGITS, HOURS, DAY, NUMBERED, NUMBER];

/**
 * Keeps *e-mail*, the digits of a number, a number with its unit, hours from one to another, and a day with its month, on one line. The files of `locales`
 * use only the characters of a keyboard.
 */
export function holdTogether(text: string): string {
  return HELD.reduce((held, sign) => held.replace(sign, unbroken), text.replace(MAIL, '$1\u2011'));
}

/** Reads the texts of a file as the app shows them. */
export function parseTexts(json: string): object {
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? holdTogether(value) : value));
}
