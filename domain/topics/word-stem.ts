import { foldText } from '../../shared/fold-text.ts';

/**
 * Endings that are cut off, longer ones first. English has two of its own; Spanish and French are near Portuguese; Ukrainian is folded: *й* is *и*, *ї* *і*.
 */
const ENDINGS = [
  ...['amentos', 'imentos', 'amento', 'imento', 'acoes', 'icoes', 'acao', 'icao', 'adora', 'ador'],
  ...['aram', 'eram', 'iram', 'avam', 'ados', 'adas', 'idos', 'idas', 'ando', 'endo', 'indo', 'aste', 'este'],
  ...['ing', 'ado', 'ada', 'ido', 'ida', 'ava', 'oes', 'aes', 'ais', 'eis', 'ed'],
  ...['ar', 'er', 'ir', 'ou', 'eu', 'iu', 'ei', 'am', 'em', 'ao', 'al', 'el', 's'],
  ...['ами', 'ями', 'ові', 'еві', 'ого', 'ому', 'ими', 'іми', 'ати', 'ити', 'ути', 'али', 'или', 'ував'],
  ...['ою', 'ею', 'єю', 'ах', 'ях', 'ам', 'ям', 'ом', 'ем', 'єм', 'ів', 'ев', 'их', 'іх', 'ав', 'ив', 'ть'],
] as const;

/** The letters that must be left, as in *pag-amento*: fewer tell too little of a word. */
const MIN_LETTERS_LEFT = 3;

/** The letters that must be left before a participle's ending: *morada* is no *mora*, *saída* no *são*. */
const MIN_LETTERS_BEFORE_PARTICIPLE = 4;
const PARTICIPLES: readonly string[] = ['ado', 'ada', 'ados', 'adas', 'ido', 'ida', 'idos', 'idas', 'este'];

const LAST_VOWELS = /[aeiouаеєиіоуюяь]+$/;

/** Returns roughly what the forms of a word share: *desempreg* of *desempregada*, *pag* of *pagaram* and *pagamento*. */
export function stemOf(word: string): string {
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate) && isLongEnough(word, candidate));
  // A plural without an ending of its own has the stem of its singular.
  if (ending === 's') return stemOf(word.slice(0, -1));
  const cut = ending ? word.slice(0, -ending.length) : word;
  const bare = cut.replace(LAST_VOWELS, '');
  return bare.length >= MIN_LETTERS_LEFT ? bare : cut;
}

/** With fewer letters a stem begins too many other words. */
const MIN_LETTERS_THAT_TELL = 4;

/** Returns the common beginning of a word's forms, for searching: its stem, or the word itself when the stem would tell too little. */
export function sharedBeginning(word: string): string {
  const stem = stemOf(word);
  return stem.length >= MIN_LETTERS_THAT_TELL ? stem : word;
}

function isLongEnough(word: string, ending: string): boolean {
  const min = PARTICIPLES.includes(ending) ? MIN_LETTERS_BEFORE_PARTICIPLE : MIN_LETTERS_LEFT;
  return word.length - ending.length >= min;
}

/** Returns the folded words of a text; a hyphenated word gives each of its parts. */
export function foldedWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Whether two words differ by one slip: a letter added, missing or wrong, or two neighbours exchanged. */
export function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const [restShort, restLong] = [short.slice(same), long.slice(same)];
  if (long.length > short.length) return restShort === restLong.slice(1);
  if (restShort.slice(1) === restLong.slice(1)) return true;
  const exchanged = `${restLong[1] ?? ''}${restLong[0] ?? ''}${restLong.slice(2)}`;
  return restShort === exchanged;
}
