import { expect, test } from '@playwright/test';
import { chooseLenses, pairsOf } from './choose-lenses.ts';
import { COLOURS, LENSES, TEXTS, WIDTHS_PX } from './lenses.ts';
import { PLACES, STATES } from './places.ts';

const places = Object.values(PLACES).flat();
const chosen = chooseLenses(places);

/** Routes are left out: one with a single state cannot meet three widths. */
function isKept(pair: string): boolean {
  return !pair.includes('route ');
}

test('every state, width, colour and text meets every other one in the choice that runs each time', () => {
  const met = new Set(places.flatMap((place) => pairsOf(place, chosen.get(place) ?? fail())));
  const all = STATES.flatMap((state) => LENSES.flatMap((lens) => pairsOf({ route: '', state }, lens)));
  expect(all.filter((pair) => isKept(pair) && !met.has(pair))).toEqual([]);
});

test('every place is looked at, and no place is named twice', () => {
  expect(chosen.size).toBe(places.length);
  const names = places.map(({ route, state, how }) => `${route} ${state} ${how ?? ''}`);
  expect(new Set(names).size).toBe(names.length);
  expect(LENSES).toHaveLength(WIDTHS_PX.length * COLOURS.length * TEXTS.length);
});

function fail(): never {
  throw new Error('A place was not chosen for');
}
