import { STORIES_BY_PERSON } from '../mocks/seed-stories.ts';

const WORDS = STORIES_BY_PERSON.maria.flatMap(({ description }) =>
  description.toLowerCase().split(/[^\p{L}]+/u),
);

let thrown = 1;

/** Returns a whole number from 0 and below this one. The numbers are the same in each run. */
export function throwBelow(limit: number): number {
  thrown = (thrown * 48_271) % 2_147_483_647;
  return thrown % limit;
}

export const pick = <Item>(items: readonly Item[]) => items[throwBelow(items.length)] as Item;

export const write = (words: number) => Array.from({ length: words }, () => pick(WORDS)).join(' ');
