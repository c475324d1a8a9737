import type { Generated } from 'kysely';
import type { Big } from './column-types.ts';

/** By which receipts are signed, one after the other. */
interface ReceiptKeysTable {
  /** The thumbprint of RFC 7638. */
  kid: string;
  nth: Generated<Big>;
  issuer: string;
  x: string;
  y: string;
  /** PKCS#8, for its `kid`. */
  privateSealed: Uint8Array;
  madeAt: Big;
}

export interface ReceiptTables {
  receiptKeys: ReceiptKeysTable;
}
