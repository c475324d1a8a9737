import type { ActWords } from '../db/office-tables.ts';

/** Returns all that a clerk typed for an act, to be read or copied. What the citizen must not read is named as such. */
export function wordsOf({ body, otherOffice, note }: Omit<ActWords, 'service'>): string {
  const ofOffice = otherOffice && `Serviço: ${otherOffice}`;
  return [body, ofOffice, note && `Nota interna: ${note}`].filter(Boolean).join('\n\n');
}
