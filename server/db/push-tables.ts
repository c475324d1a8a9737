import type { PushSubscription } from '../../contract/types.ts';
import type { Big } from './column-types.ts';

interface PushKeysTable {
  /** An uncompressed point in base64url, as browsers are given it. */
  publicKey: string;
  /** PKCS#8, sealed for its `publicKey`. */
  privateSealed: Uint8Array;
  madeAt: Big;
}

/** A row is deleted along with its session. */
interface PushSubscriptionsTable {
  citizenId: string;
  sessionId: string;
  /** Endpoint and keys as JSON, sealed for the session. */
  subscriptionSealed: Uint8Array;
  endpointHash: Uint8Array;
  language: PushSubscription['language'];
  saysDate: boolean;
  /** When the subscription was last kept, in ms. */
  keptAt: Big;
}

export interface PushTables {
  pushKeys: PushKeysTable;
  pushSubscriptions: PushSubscriptionsTable;
}
