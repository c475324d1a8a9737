import { readTexts } from './find-written.ts';

/** How a language names a working day, and the names that it must not use. Deadlines count on working days: Monday to Friday, without holidays. */
const DAYS: Record<string, { wrong: RegExp; right: string }> = {
  'pt-PT': { wrong: /\bdias? (de semana|labora(l|is))/iu, right: 'dia útil' },
  en: { wrong: /\b(week|business )days?\b/iu, right: 'working day' },
  // In the law of Spain a «día hábil» is no Saturday; a «día laborable» may be one.
  es: { wrong: /\blaborables?\b|\bdías? entre semana/iu, right: 'día hábil' },
  // A «jour ouvrable» may be a Saturday.
  fr: { wrong: /\bouvrables?\b|\bjours? de semaine\b/iu, right: 'jour ouvré' },
  uk: { wrong: /(?<!\p{L})будн/iu, right: 'робочий день' },
};

/** Finds texts that call a working day something else, each with its place. */
export function findWrongDays(language: string, texts: ReadonlyMap<string, string>): string[] {
  const days = DAYS[language];
  if (!days) throw new Error(`Nobody has said what ${language} calls a working day`);
  return readTexts(texts)
    .filter(([, text]) => days.wrong.test(text))
    .map(([place]) => `${language} misnames a working day in ${place}; write «${days.right}»`);
}
