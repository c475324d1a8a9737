/**
 * Lower case without diacritics, so that a search finds *pensão* for `PENSAO`.
 * Only the accents of alphabets go: dropping every combining mark would take the vowels from Hindi or Bengali.
 */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(COMBINING_ACCENTS, '').normalize('NFC').toLowerCase();
}

const COMBINING_ACCENTS = /[\u0300-\u036f]/gu;
