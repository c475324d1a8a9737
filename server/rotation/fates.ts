import type { SelectType } from 'kysely';
import type { Tables } from '../db/schema.ts';

/** `table.column` of all that is kept as bytes, as everything is that was sealed or fingerprinted, except for `TextColumn`. */
type BytesColumn = {
  [Table in keyof Tables]: {
    [Column in keyof Tables[Table] & string]: NonNullable<
      SelectType<Tables[Table][Column]>
    > extends Uint8Array
      ? `${Table}.${Column}`
      : never;
  }[keyof Tables[Table] & string];
}[keyof Tables];

/** A fingerprint that is kept as text. */
type TextColumn = 'tries.key';

/** What becomes of a column when the secret is replaced. */
type Fate =
  /** It is sealed anew for its owner, whom the row names in that column. */
  | { sealedFor: string }
  /** It is the fingerprint of the citizen's NISS. */
  | 'found by NISS'
  /** It lives for minutes, or cannot be made anew: its rows are deleted, and whoever needs them begins again. */
  | 'forgotten'
  /** It does not depend on the secret: bytes of a file, or the hash of something that is random by itself. */
  | 'as it is';

/** The compiler demands an entry for each column of bytes. */
const FATES: Record<BytesColumn | TextColumn, Fate> = {
  'citizens.nissSealed': { sealedFor: 'id' },
  'citizens.emailSealed': { sealedFor: 'id' },
  'clerks.totpSealed': { sealedFor: 'userName' },
  'clerkNotices.emailSealed': { sealedFor: 'userName' },
  'receiptKeys.privateSealed': { sealedFor: 'kid' },
  'pushKeys.privateSealed': { sealedFor: 'publicKey' },
  'pushSubscriptions.subscriptionSealed': { sealedFor: 'sessionId' },
  'identities.nissHash': 'found by NISS',
  'waitingSignIns.codeSealed': 'forgotten',
  'waitingSignIns.secretHash': 'forgotten',
  'cmdStates.keptSealed': 'forgotten',
  'cmdStates.stateHash': 'forgotten',
  'cmdStates.browserHash': 'forgotten',
  'recoveries.browserHash': 'forgotten',
  'recoveries.nissHash': 'forgotten',
  'recoveries.codeHash': 'forgotten',
  'clerkSignIns.totpSealed': 'forgotten',
  'clerkSignIns.secretHash': 'forgotten',
  'tries.key': 'forgotten',
  'officeSearches.soughtSealed': 'forgotten',
  'sessions.secretHash': 'as it is',
  'sessions.ticketHash': 'as it is',
  'pushSubscriptions.endpointHash': 'as it is',
  'cmdCodes.codeHash': 'as it is',
  'clerkSessions.secretHash': 'as it is',
  'clerkRecoveryCodes.codeHash': 'as it is',
  'officeTokens.secretHash': 'as it is',
  'officeTickets.secretHash': 'as it is',
  'officeTickets.sessionHash': 'as it is',
  'officeUploads.bytes': 'as it is',
  'pieces.bytes': 'as it is',
};

export interface SealedColumn {
  table: string;
  column: string;
  owner: string;
}

export const SEALED_COLUMNS: readonly SealedColumn[] = Object.entries(FATES).flatMap(([name, fate]) => {
  const [table = '', column = ''] = name.split('.');
  return typeof fate === 'object' ? [{ table, column, owner: fate.sealedFor }] : [];
});

/** The tables whose rows are deleted. */
export const FORGOTTEN_TABLES: readonly string[] = [
  ...new Set(
    Object.entries(FATES).flatMap(([name, fate]) =>
      fate === 'forgotten' ? [name.slice(0, name.indexOf('.'))] : [],
    ),
  ),
];
