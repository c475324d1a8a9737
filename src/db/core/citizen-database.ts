import Dexie, { type Table } from 'dexie';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { regroup } from './counters.ts';
import { endWithPage } from './end-with-page.ts';
import type { AttachmentRow, ChunkRow, DownloadRow, ScanRow } from './file-schema.ts';
import { withNewerFields, withWords } from './older-rows.ts';
import type {
  DraftRow,
  MessageRow,
  OutboxRow,
  PendingTextRow,
  RequestRow,
  SendingProgressRow,
} from './schema.ts';
import type { RowSeal } from './sealed-rows.ts';
import { endTrouble, noteTrouble } from './storage-trouble.ts';
import { watchWrites } from './watch-writes.ts';

export interface DatabaseEngine {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

const NAME_START = 'eclic-citizen-';

/** The database of one citizen on this device. Its name has the server's opaque id: a hash of a NISS could be guessed. */
export class CitizenDatabase extends Dexie {
  // These are only declared: real class fields would be set to undefined before Dexie sets them.
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly pendingText: Table<PendingTextRow, string>;
  declare readonly attachments: Table<AttachmentRow, string>;
  declare readonly chunks: Table<ChunkRow, [string, number]>;
  declare readonly scans: Table<ScanRow, string>;
  declare readonly outbox: Table<OutboxRow, string>;
  declare readonly progress: Table<SendingProgressRow, string>;
  declare readonly requests: Table<RequestRow, string>;
  declare readonly messages: Table<MessageRow, string>;
  declare readonly files: Table<DownloadRow, string>;
  declare readonly counters: Table<{ name: string; count: number }, string>;

  declare readonly citizenId: string;
  /** Seals rows before they are written; absent where the database is not sealed. */
  declare readonly seal: RowSeal | undefined;

  constructor(citizenId: string, engine?: DatabaseEngine, seal?: RowSeal) {
    // *Guardado* means on disk: relaxed durability would let a crash take it back, and Dexie's cache shows rows before their commit. The cache
    // also never releases a live query that is stopped between two of its reads.
    super(NAME_START + citizenId, { ...engine, chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.citizenId = citizenId;
    this.seal = seal;
    // The schema only grows: a tab of the previous build goes on writing to the database. From any older version Dexie adds the tables and indexes
    // that are missing, and the upgrade runs once. Builds before version 5 had other groups; a database of version 5 has nothing to regroup. A tab of
    // an older build goes on keeping counts of its own groups, which nobody reads.
    this.version(6)
      .stores({
        drafts: 'id, updatedAt, replyTo.requestId',
        pendingText: 'draftId',
        attachments: 'id, draftId',
        chunks: '[attachmentId+n]',
        scans: 'draftId',
        outbox: 'commandId, requestId, nextAttemptAt',
        progress: 'requestId',
        requests: 'id, [group+updatedAt], [group+updatedAt+id], [group+askAgainUntil]',
        messages: 'id, [requestId+sentAt]',
        facts: 'key',
        counters: 'name',
        files: 'attachmentId, state',
      })
      .upgrade(async () => regroup(this, await this.requests.toArray(), lisbonDate(new Date())));
    this.drafts.hook('reading', withNewerFields);
    this.pendingText.hook('reading', withWords);
    watchWrites(this);
    seal?.sealRows(this);
    endWithPage(this);
    this.on('blocked', ({ newVersion }) => {
      // A database that is being deleted needs no notice.
      if (newVersion) noteTrouble('blocked');
    });
    this.on('ready', () => endTrouble('blocked'), true);
  }

  /** The table of single values by key. Its store has the name that older builds gave it. */
  get metadata(): Table<{ key: string; value: unknown }, string> {
    return this.table('facts');
  }
}

/** Lists the owners of all databases on this device, the guest included. */
export async function listCitizenIds(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(NAME_START)).map((name) => name.slice(NAME_START.length));
}

const erased = new WeakSet<CitizenDatabase>();

/** Closes a database that is being erased: while it is open, Dexie would make a new one for the last words of an editor. */
export function closeErased(db: CitizenDatabase): void {
  erased.add(db);
  db.close();
}

/** Closes the database as soon as any tab erases it, so that erasing does not wait for this page. */
export function letGoWhenErased(db: CitizenDatabase): void {
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion !== null) return undefined;
    closeErased(db);
    return false;
  });
}

/** Opens the database again for a citizen who is still here; failed writes are reported from now on. */
export async function reopen(db: CitizenDatabase): Promise<void> {
  await db.open();
  erased.delete(db);
}

/** Whether the citizen's data was erased on purpose, so that a failed write is no trouble. */
export function isErased(db: CitizenDatabase): boolean {
  return erased.has(db);
}
