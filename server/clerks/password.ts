import { randomInt } from 'node:crypto';

/** Without what looks like something else when it is copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

/** Of one that somebody chooses. */
export const PASSWORD_MIN_LETTERS = 12;

/** Of a hundred bits nearly, in groups that can be read aloud. */
export function makePassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
