import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { findUnsettled, UNSETTLED } from './backup/unsettled.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { connectEmbedded, connectPool, connectPostgres, openPool } from './db/connect.ts';
import { judgeClock, readDatabaseClock } from './db/judge-clock.ts';
import { migrate } from './db/migrate.ts';
import { CALL_PATIENCE, COMMAND_PATIENCE, type Patience } from './db/patience.ts';
import type { Db } from './db/schema.ts';
import { keepSecret, openEmbeddedFolder } from './embedded-folder.ts';
import { createMailer, type SendMail } from './mail/mailer.ts';
import type { Watch } from './operations/watch.ts';
import { COST, createHashing } from './password-hash.ts';
import { keepPrivate } from './private-folder.ts';
import { createPush } from './push/push.ts';
import { createKeyring } from './receipts/keyring.ts';
import { createSeal, type Seal } from './seal.ts';
import { doesSealFit, findSealed, OTHER_SECRET } from './seal-fits.ts';
import { createJudgingTurns } from './sessions/judging-turns.ts';
import { openWays } from './sessions/open-ways.ts';
import { readTopics } from './topics/read-topics.ts';
import { connectFileStore } from './uploads/file-store.ts';
import { createInspectionQueues } from './uploads/inspect-upload.ts';
import { createQueues } from './write-for.ts';

interface OpenedDatabase extends Pick<Context, 'db' | 'pool'> {
  secret: Uint8Array;
}

/** Opens what the settings ask for, and fills nothing in. Returns a sentence when it cannot be had. */
export async function openContext(
  config: Config,
  watch: Watch,
  patience = CALL_PATIENCE,
  now = Date.now,
): Promise<Context | string> {
  const topics = readTopics(config.topicsFile);
  if (typeof topics === 'string') return topics;
  const shared = config.mail?.by.kind === 'folder' ? keepPrivate(config.mail.by.folder) : null;
  if (shared !== null) return shared;
  const opened = openDatabase(config, patience);
  if (typeof opened === 'string') return opened;
  const { db, pool, secret } = opened;
  const seal = createSeal(secret);
  const unfit = await withPatience(config, db, (patient) => bringUp(patient, seal, now()));
  if (unfit !== null) {
    await db.destroy();
    return unfit;
  }
  const { basePath, site, trustsProxy } = config;
  const hashing = createHashing(COST);
  const given = { ...watch, seal, hashing, origin: config.place.origin, basePath, site };
  const sendMail = openMailer(config);
  const clocks = { now, officeNow: now };
  return {
    ...given,
    trustsProxy,
    db,
    pool,
    sendMail,
    push: config.push && createPush({ db, seal, now: clocks.now, subject: site, ...config.push }),
    clocks,
    keyring: createKeyring({ db, now: clocks.now, seal, issuer: new URL(site).origin }),
    ways: openWays(given, config.signIn, config.mail),
    turns: createJudgingTurns(now),
    inspections: createInspectionQueues(),
    queues: createQueues(),
    clerksNeedCode: config.clerksNeedCode,
    limits: { ...DEFAULT_LIMITS, extraHolidays: config.extraHolidays },
    dayLimits: config.dayLimits,
    serviceName: config.serviceName,
    retention: config.retention,
    topics,
    files: config.filesUrl === null ? null : connectFileStore(config.filesUrl),
    firstOffice: config.firstOffice,
    undoMs: config.undoMs,
    webhook: config.webhook,
  };
}

/** Does work that takes long, or waits for another process that does the same, on a connection whose statements have no time limit. */
async function withPatience<R>({ database }: Config, db: Db, work: (db: Db) => Promise<R>): Promise<R> {
  if (database.kind === 'embedded') return work(db);
  const patient = connectPostgres(database.url, 1, COMMAND_PATIENCE);
  try {
    return await work(patient);
  } finally {
    await patient.destroy();
  }
}

/** Migrates the database to what this version knows. Returns a sentence when the database cannot be used as it is. */
async function bringUp(db: Db, seal: Seal, nowMs: number): Promise<string | null> {
  if ((await findUnsettled(db)) !== undefined) return UNSETTLED;
  const wrongClock = judgeClock(nowMs, await readDatabaseClock(db));
  if (wrongClock !== null) return wrongClock;
  const tooNew = await migrate(db);
  if (tooNew !== null) return tooNew;
  return doesSealFit(seal, await findSealed(db)) ? null : OTHER_SECRET;
}

/** The people of the simulator are made up: their mails go nowhere when there are no settings for mails, and nobody waits for them. */
function openMailer({ mail, signIn }: Config): SendMail | null {
  if (mail) return createMailer(mail);
  return signIn.simulator ? async () => {} : null;
}

export function openDatabase({ database, secret }: Config, patience: Patience): OpenedDatabase | string {
  if (database.kind === 'embedded') {
    const folder = openEmbeddedFolder(database.folder);
    if (typeof folder === 'string') return folder;
    return {
      db: connectEmbedded(folder.database),
      pool: null,
      secret: secret ?? keepSecret(database.folder),
    };
  }
  if (!secret) return 'SECRET is missing.';
  const pool = openPool(database.url, database.connectionsMax, patience);
  return { db: connectPool(pool), pool, secret };
}
