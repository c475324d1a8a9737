import { expect, test } from '@playwright/test';
import { ADDRESSES, STEP_ADDRESSES } from '../../src/parts/addresses.ts';
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
  const met = new Set(
    places.flatMap((place) => (chosen.get(place) ?? []).flatMap((lens) => pairsOf(place, lens))),
  );
  const all = STATES.flatMap((state) => LENSES.flatMap((lens) => pairsOf({ route: '', state }, lens)));
  expect(all.filter((pair) => isKept(pair) && !met.has(pair))).toEqual([]);
});

test('every place is looked at on the widest and the narrowest screen, and no place is named twice', () => {
  for (const place of places) {
    const widths = (chosen.get(place) ?? []).map(({ width }) => width);
    expect(widths).toEqual(expect.arrayContaining([Math.max(...WIDTHS_PX), Math.min(...WIDTHS_PX)]));
  }
  const names = places.map(({ route, state, how }) => `${route} ${state} ${how ?? ''}`);
  expect(new Set(names).size).toBe(names.length);
  expect(LENSES).toHaveLength(WIDTHS_PX.length * COLOURS.length * TEXTS.length);
});

test('no page of the app is left out', () => {
  // It shows the first step, which stands at an address of its own.
  const { newDraft, ...pages } = ADDRESSES;
  const addresses = [...Object.values(pages), ...Object.values(STEP_ADDRESSES)];
  const routes = places.map(({ route }) => route);
  expect(
    addresses.map((address) => address.replace(/\$\w+/, ':id')).filter((one) => !routes.includes(one)),
  ).toEqual([]);
});
