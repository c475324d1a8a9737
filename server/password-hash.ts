import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** The cost of one try, whoever makes it: 32 MiB of memory, three times over. Guessing passwords one by one from a stolen table takes for ever. */
export const COST: Cost = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const WRITTEN = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** The hash tells the cost at which it was made, so that older ones can still be read when the cost grows. */
export interface KeptPassword {
  passwordHash: string;
}

export type Hashing = ReturnType<typeof createHashing>;

/** Hashes at this cost. What was kept at another cost is judged at that one. */
export function createHashing(cost: Cost) {
  /** A hash of nobody's: a try with an unknown name takes as long as one with a known name. */
  const decoy = nobodysPassword(cost);
  return {
    async keep(password: string): Promise<KeptPassword> {
      const salt = randomBytes(SALT_BYTES);
      return { passwordHash: write(salt, await derive(password, salt, cost), cost) };
    },
    async isRight(kept: KeptPassword | undefined, password: string): Promise<boolean> {
      const { passwordHash } = kept ?? decoy;
      const [, ln, r, p, salt = '', hash = ''] = WRITTEN.exec(passwordHash) ?? [];
      const keptAt = { ln: Number(ln), r: Number(r), p: Number(p) };
      const derived = await derive(password, Buffer.from(salt, 'base64'), keptAt);
      return timingSafeEqual(derived, Buffer.from(hash, 'base64'));
    },
  };
}

/** Returns a hash that no palavra-chave fits. */
export function nobodysPassword(cost = COST): KeptPassword {
  return { passwordHash: write(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES), cost) };
}

function write(salt: Buffer, hash: Buffer, { ln, r, p }: Cost): string {
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$scrypt$ln=${ln},r=${r},p=${p}$${saltText}$${hashText}`;
}

/** Brings the palavra-chave into one form first: keyboards write an accented letter in two ways. */
function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
