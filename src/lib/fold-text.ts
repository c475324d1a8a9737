/**
 * Lower case without diacritics, so that a search finds *pensão* for `PENSAO`.
 * Only the accents of alphabets go: dropping every combining mark would take the vowels from Hindi or Bengali.
 */
export function foldText(text: string): string {
  const bare = text.normalize('NFD').replace(COMBINING_ACCENTS, '').normalize('NFC').toLowerCase();
  return CYRILLIC.test(bare) ? foldCyrillic(bare) : bare;
}

const COMBINING_ACCENTS = /[\u0300-\u036f]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Ukrainian writes *сім'я* as one word, with any of these. */
const INNER_APOSTROPHES = /(?<=\p{Script=Cyrillic})['\u2018\u2019\u02bc`](?=\p{Script=Cyrillic})/gu;

/** Many keyboards have neither the Ukrainian apostrophe nor ґ. */
function foldCyrillic(text: string): string {
  return text.replace(INNER_APOSTROPHES, '').replaceAll('ґ', 'г');
}
