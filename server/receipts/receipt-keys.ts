import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { ReceiptKeys } from '../../contract/types.ts';
import type { Db, Tables } from '../db/schema.ts';
import type { Seal } from '../seal.ts';

/** The issuer in whose name keys sign, and the seal of their private parts. */
export interface Issuing {
  seal: Seal;
  issuer: string;
}

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
}

/** Returns the newest key of this issuer, and makes one when there is none. It opens a transaction of its own, so call it outside others. */
export async function requireSigningKey(db: Db, issuing: Issuing, nowMs: number): Promise<SigningKey> {
  const { seal, issuer } = issuing;
  const row =
    (await findNewest(db, issuer)) ??
    (await db.transaction().execute(async (tx) => {
      // When several processes start at once, one of them makes the key.
      await sql`lock table receipt_keys in exclusive mode`.execute(tx);
      return (await findNewest(tx, issuer)) ?? addReceiptKey(tx, issuing, nowMs);
    }));
  return { kid: row.kid, privateKey: createPrivateKey(seal.open(row.privateSealed, row.kid)) };
}

type Row = Selectable<Tables['receiptKeys']>;

function findNewest(db: Db, issuer: string): Promise<Row | undefined> {
  return db
    .selectFrom('receiptKeys')
    .selectAll()
    .where('issuer', '=', issuer)
    .orderBy('nth', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Makes a key that signs receipts from then on; earlier receipts keep theirs. */
export function addReceiptKey(db: Db, { seal, issuer }: Issuing, nowMs: number): Promise<Row> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const kid = thumbprint({ x, y });
  const privateSealed = seal.seal(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), kid);
  return db
    .insertInto('receiptKeys')
    .values({ kid, issuer, x, y, privateSealed, madeAt: nowMs })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Returns the keys of all issuers, the newest first. */
export function listReceiptKeys(db: Db): Promise<Omit<Row, 'privateSealed'>[]> {
  return db
    .selectFrom('receiptKeys')
    .select(['kid', 'nth', 'issuer', 'x', 'y', 'madeAt'])
    .orderBy('nth', 'desc')
    .execute();
}

export async function publishReceiptKeys(db: Db, issuer: string): Promise<ReceiptKeys> {
  const keys = await listReceiptKeys(db);
  return {
    issuers: [...new Set([issuer, ...keys.map((key) => key.issuer)])],
    keys: keys.map(({ kid, x, y }) => ({ kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' })),
  };
}

/** RFC 7638 hashes the key's required members in the order of their names. */
function thumbprint({ x, y }: { x: string; y: string }): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
}
