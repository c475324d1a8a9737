import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** What one try costs, whoever makes it: 32 MiB of memory, three times over. Guessing one by one from a stolen table takes for ever. */
const COST: Cost = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const WRITTEN = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** With the cost that it was made at, so that those of before can be read when it grows. */
export interface KeptPassword {
  passwordHash: string;
}

/** Nobody's: whoever tries a name that is not known waits as long for the answer as whoever tries a known one. */
const NOBODYS = nobodysPassword();

export async function keepPassword(password: string): Promise<KeptPassword> {
  const salt = randomBytes(SALT_BYTES);
  return { passwordHash: write(salt, await derive(password, salt, COST)) };
}

/** No palavra-chave is it. */
export function nobodysPassword(): KeptPassword {
  return { passwordHash: write(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES)) };
}

export async function isPassword(kept: KeptPassword | undefined, password: string): Promise<boolean> {
  const { passwordHash } = kept ?? NOBODYS;
  const [, ln, r, p, salt = '', hash = ''] = WRITTEN.exec(passwordHash) ?? [];
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(derived, Buffer.from(hash, 'base64'));
}

function write(salt: Buffer, hash: Buffer): string {
  const [saltText, hashText] = [salt, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${saltText}$${hashText}`;
}

/** Of the palavra-chave in one form: keyboards write an accented letter in two ways. */
function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, HASH_BYTES, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
