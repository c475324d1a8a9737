import type { PushSubscription } from '../../contract/types.ts';
import type { Big } from './column-types.ts';

interface PushKeysTable {
  /** As browsers are given it: an uncompressed point, in base64url. */
  publicKey: string;
  /** PKCS#8, for its `publicKey`. */
  privateSealed: Uint8Array;
  madeAt: Big;
}

/** Goes with its session. */
interface PushSubscriptionsTable {
  citizenId: string;
  sessionId: string;
  /** Endpoint and keys as JSON, for the session. */
  subscriptionSealed: Uint8Array;
  endpointHash: Uint8Array;
  language: PushSubscription['language'];
  saysDate: boolean;
  /** The last time, in ms. */
  keptAt: Big;
}

export interface PushTables {
  pushKeys: PushKeysTable;
  pushSubscriptions: PushSubscriptionsTable;
}
