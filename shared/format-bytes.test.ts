import { describe, expect, it } from 'vitest';
import { megabytes, megabytesRoundedUp, sizeForPeople, sizeIn } from './format-bytes.ts';

const MB = 1024 * 1024;

describe('megabytes', () => {
  it.each([
    [10 * MB, 10],
    [12.4 * MB, 12.4],
    [12.449 * MB, 12.4],
    [0, 0],
  ])('reads %d bytes as %d MB', (bytes, expected) => {
    expect(megabytes(bytes)).toBe(expected);
  });

  it('never says that a file one byte over the limit is as big as the limit', () => {
    expect(megabytesRoundedUp(10 * MB + 1)).toBe(10.1);
    expect(megabytesRoundedUp(52 * MB)).toBe(52);
  });
});

it('says a gigabyte as one, and never that a file of some bytes has no size', () => {
  expect(sizeForPeople(5)).toEqual({ unit: 'kB', size: 1 });
  expect(sizeForPeople(600 * 1024)).toEqual({ unit: 'kB', size: 600 });
  expect(sizeForPeople(MB)).toEqual({ unit: 'MB', size: 1 });
  expect(sizeForPeople(1023 * MB)).toEqual({ unit: 'MB', size: 1023 });
  expect(sizeForPeople(1024 * MB)).toEqual({ unit: 'GB', size: 1 });
});

it('says of an empty file that nothing is in it', () => {
  expect(sizeForPeople(0)).toEqual({ unit: 'kB', size: 0 });
});

it('says a part in the unit of its whole', () => {
  expect(sizeIn('kB', 1500)).toBe(1);
  expect(sizeIn('MB', 1.54 * MB)).toBe(1.5);
  expect(sizeIn('GB', 1536 * MB)).toBe(1.5);
  expect(sizeIn('MB', 0)).toBe(0);
});
