import { randomInt } from 'node:crypto';

/** Without what looks like something else when it is copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

/** Of a hundred bits nearly. */
export function makePassword(): string {
  return makeGroups(GROUPS);
}

/** In groups that can be read aloud. */
export function makeGroups(count: number): string {
  const group = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: count }, group).join('-');
}
