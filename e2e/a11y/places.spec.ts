import { expect, test } from '@playwright/test';
import { ADDRESSES, SCREEN_ADDRESSES } from '../../src/parts/addresses.ts';
import { COLOURS, LENSES, lensesInTurn, TEXTS, WIDTHS_PX } from './lenses.ts';
import { PLACES, STATES } from './places.ts';

const places = Object.values(PLACES).flat();
const inTurn = [...lensesInTurn(places)];

test('every state meets every width, every colour and every text in the turn that the gate takes', () => {
  const missed = STATES.flatMap((state) => {
    const lenses = inTurn.filter(([place]) => place.state === state).map(([, lens]) => lens);
    const has = (what: 'width' | 'colours' | 'text', value: string | number) =>
      lenses.some((lens) => lens[what] === value);
    return [
      ...WIDTHS_PX.filter((width) => !has('width', width)),
      ...COLOURS.filter((colours) => !has('colours', colours)),
      ...TEXTS.filter((text) => !has('text', text)),
    ].map((factor) => `${state}: ${factor}`);
  });
  expect(missed).toEqual([]);
});

test('each lens has its turn, and no place is named twice', () => {
  expect(new Set(inTurn.map(([, lens]) => lens)).size).toBe(LENSES.length);
  const names = places.map(({ route, state, how }) => `${route} ${state} ${how ?? ''}`);
  expect(new Set(names).size).toBe(names.length);
  expect(LENSES).toHaveLength(WIDTHS_PX.length * COLOURS.length * TEXTS.length);
});

test('no page of the app is left out', () => {
  // `newDraft` shows the first step of a draft, which is in the table at its own address.
  const { newDraft, ...pages } = ADDRESSES;
  const addresses = [...Object.values(pages), ...Object.values(SCREEN_ADDRESSES)];
  const routes = places.map(({ route }) => route);
  expect(
    addresses.map((address) => address.replace(/\$\w+/, ':id')).filter((one) => !routes.includes(one)),
  ).toEqual([]);
});
