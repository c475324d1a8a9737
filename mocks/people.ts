import type { Person } from '../contract/types.ts';
import { maskNiss, nissHolder } from '../domain/niss.ts';
import { SIMULATED_PEOPLE } from '../domain/simulator.ts';
import type { CitizenRow } from './tables.ts';

export const PEOPLE: readonly CitizenRow[] = SIMULATED_PEOPLE.map((person) => ({
  ...person,
  represents: [...person.represents],
  holder: nissHolder(person.niss),
  usage: { drafts: 0, uploads: 0, uploadBytes: 0 },
  dayUsage: null,
  wantsNews: true,
  lastSignIn: null,
}));

export function personOf({ id, name, niss, holder }: CitizenRow): Person {
  return { id, name, maskedNiss: maskNiss(niss), holder };
}
