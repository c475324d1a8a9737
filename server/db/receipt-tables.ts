import type { Generated } from 'kysely';
import type { Big } from './column-types.ts';

/** The keys that sign receipts, of which the newest one does. */
interface ReceiptKeysTable {
  /** The key's thumbprint by RFC 7638. */
  kid: string;
  nth: Generated<Big>;
  issuer: string;
  x: string;
  y: string;
  /** PKCS#8, sealed for its `kid`. */
  privateSealed: Uint8Array;
  madeAt: Big;
}

export interface ReceiptTables {
  receiptKeys: ReceiptKeysTable;
}
