import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Db, Tables } from '../db/schema.ts';
import type { Seal } from '../seal.ts';

export interface PushKey {
  publicKey: string;
  privateKey: KeyObject;
}

/**
 * Returns the key, which is made once and never again: another key would lose what browsers have subscribed. It opens a transaction of its own, so call it
 * outside others.
 */
export async function requirePushKey(db: Db, seal: Seal, nowMs: number): Promise<PushKey> {
  const { publicKey, privateSealed } =
    (await find(db)) ??
    (await db.transaction().execute(async (tx) => {
      // When several processes start at once, one of them makes the key.
      await sql`lock table push_keys in exclusive mode`.execute(tx);
      return (await find(tx)) ?? make(tx, seal, nowMs);
    }));
  return { publicKey, privateKey: createPrivateKey(seal.open(privateSealed, publicKey)) };
}

type Row = Selectable<Tables['pushKeys']>;

function find(db: Db): Promise<Row | undefined> {
  return db.selectFrom('pushKeys').selectAll().executeTakeFirst();
}

function make(db: Db, seal: Seal, nowMs: number): Promise<Row> {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  const bytes = [Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  const publicKey = Buffer.concat(bytes).toString('base64url');
  const pem = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return db
    .insertInto('pushKeys')
    .values({ publicKey, privateSealed: seal.seal(pem, publicKey), madeAt: nowMs })
    .returningAll()
    .executeTakeFirstOrThrow();
}
