import { readTexts } from './find-written.ts';

/** What a language must not call a day on which deadlines count, which is one from Monday to Friday that is no holiday; and what it calls it. */
const DAYS: Record<string, { wrong: RegExp; right: string }> = {
  'pt-PT': { wrong: /\bdias? (de semana|labora(l|is))/iu, right: 'dia útil' },
  en: { wrong: /\b(week|business )days?\b/iu, right: 'working day' },
  // In the law of Spain a «día hábil» is no Saturday; a «día laborable» may be one.
  es: { wrong: /\blaborables?\b|\bdías? entre semana/iu, right: 'día hábil' },
  // A «jour ouvrable» may be a Saturday.
  fr: { wrong: /\bouvrables?\b|\bjours? de semaine\b/iu, right: 'jour ouvré' },
  uk: { wrong: /(?<!\p{L})будн/iu, right: 'робочий день' },
};

/** Texts that call a working day something else, by place. */
export function findWrongDays(language: string, texts: ReadonlyMap<string, string>): string[] {
  const days = DAYS[language];
  if (!days) throw new Error(`Nobody has said what ${language} calls a working day`);
  return readTexts(texts)
    .filter(([, text]) => days.wrong.test(text))
    .map(([place]) => `${language} misnames a working day in ${place}; write «${days.right}»`);
}
