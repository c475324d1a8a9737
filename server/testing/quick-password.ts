import { scryptSync } from 'node:crypto';
import type { KeptPassword } from '../password-hash.ts';

const SALT = Buffer.alloc(16, 7);
const BYTES = 32;

/** Hashes at a cost that takes no time, so that a test can try thousands of passwords. */
export function keepQuickly(password: string): KeptPassword {
  const hash = scryptSync(password, SALT, BYTES, { N: 16, r: 8, p: 1 });
  const [saltText, hashText] = [SALT, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return { passwordHash: `$scrypt$ln=4,r=8,p=1$${saltText}$${hashText}` };
}
