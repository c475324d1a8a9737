import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** About a tenth of a second, and 32 MiB while it lasts: guessing one by one from a stolen table takes for ever. */
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Without what looks like something else when it is copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

export interface KeptPassword {
  passwordSalt: Uint8Array;
  passwordHash: Uint8Array;
}

/** Nobody's: whoever tries a user name that is not known waits as long for the answer as whoever tries a known one. */
const NOBODYS: KeptPassword = {
  passwordSalt: new Uint8Array(SALT_BYTES),
  passwordHash: new Uint8Array(HASH_BYTES),
};

/** Of a hundred bits nearly, in groups that can be read aloud. */
export function makePassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

export async function keepPassword(password: string): Promise<KeptPassword> {
  const passwordSalt = randomBytes(SALT_BYTES);
  return { passwordSalt, passwordHash: await hash(password, passwordSalt) };
}

export async function isPassword(kept: KeptPassword | undefined, password: string): Promise<boolean> {
  const { passwordSalt, passwordHash } = kept ?? NOBODYS;
  const isSame = timingSafeEqual(await hash(password, passwordSalt), passwordHash);
  return isSame && kept !== undefined;
}

/** In one form: keyboards write an accented letter in two ways. */
function hash(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
