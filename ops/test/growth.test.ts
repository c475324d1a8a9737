import { expect, it } from 'vitest';
import { findGrowth, slownessOf } from './growth.ts';

const before = new Map([
  ['a.test.ts', 10],
  ['b.test.ts', 20],
  ['c.test.ts', 30],
  ['short.test.ts', 0.1],
]);
const times = (factor: number) => new Map([...before].map(([file, seconds]) => [file, seconds * factor]));

it('a machine that is slower by half has made no test grow', () => {
  expect(slownessOf(before, times(1.5))).toBe(1.5);
  expect(findGrowth(before, times(1.5))).toBeNull();
});

it('browsers that a busy machine slows more than the rest have made no test grow', () => {
  const with2 = (one: number, other: number) =>
    new Map([...before, ['e2e/a.spec.ts', one], ['e2e/b.spec.ts', other]]);
  expect(findGrowth(with2(10, 20), with2(15, 30))).toBeNull();
});

it.each([
  ['a test that has grown', new Map([...before, ['b.test.ts', 27]]), 'b.test.ts +7.0 s'],
  ['a test that is new', new Map([...before, ['new.test.ts', 7]]), 'new.test.ts +7.0 s'],
  ['a test that has grown on a slow machine', new Map([...times(2), ['b.test.ts', 54]]), 'b.test.ts +7.0 s'],
])('%s by more than a tenth of all is named, with what to do', (_what, now, named) => {
  expect(findGrowth(before, now)).toContain(`12 % more than docs/measured/gate.md says: ${named}`);
  expect(findGrowth(before, now)).toContain('npm test -- --write-costs');
});

it('what grows by less, or goes, is let pass', () => {
  expect(findGrowth(before, new Map([...before, ['b.test.ts', 25]]))).toBeNull();
  expect(findGrowth(before, new Map([['a.test.ts', 10]]))).toBeNull();
});
