import { foldWords, queryWords } from '../../shared/fold-text.ts';

/**
 * Returns a text as it is kept and as it is sought: without accents, which many leave out, and with the plurals in `-ões`, `-ães` and `-ãos` as their singular,
 * since PostgreSQL's Portuguese knows them by their accents alone.
 */
export function searchText(text: string): string {
  return foldWords(text).replace(NASAL_PLURAL, 'ao');
}

const NASAL_PLURAL = /(?:oes|aes|aos)(?= |$)/g;

export function searchWords(sought: string): string[] {
  return queryWords(searchText(sought));
}
