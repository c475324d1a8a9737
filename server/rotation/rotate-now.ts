import { giveUp } from '../../serving/listen.ts';
import { findUnsettled, UNSETTLED } from '../backup/unsettled.ts';
import { type Config, requireConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { COMMAND_PATIENCE } from '../db/patience.ts';
import { hasDatabase, keepNextSecret, keepSecret, replaceSecret } from '../embedded-folder.ts';
import { requireDatabase } from '../open-at-terminal.ts';
import { openDatabase } from '../open-context.ts';
import { createSeal } from '../seal.ts';
import { OTHER_SECRET } from '../seal-fits.ts';
import { rotateSecret } from './rotate-secret.ts';

interface Secrets {
  before: Uint8Array;
  after: Uint8Array;
  /** Called once everything in the database is under the second secret. */
  finish(): void;
}

/** Runs `npm run server -- rotate-secret`, while the server is stopped. Repeatable: the next run finishes one that was interrupted. */
export async function rotateSecretNow(): Promise<void> {
  const config = requireConfig();
  if (config.database.kind === 'embedded' && !hasDatabase(config.database.folder))
    giveUp(`There is no database in ${config.database.folder}.`);
  await requireDatabase(config);
  const opened = openDatabase(config, COMMAND_PATIENCE);
  if (typeof opened === 'string') giveUp(opened);
  const { db } = opened;
  const { before, after, finish } = findSecrets(config);
  if ((await findUnsettled(db)) !== undefined) giveUp(UNSETTLED);
  const tooNew = await migrate(db);
  if (tooNew !== null) giveUp(tooNew);
  const rotation = await rotateSecret(db, { before: createSeal(before), after: createSeal(after) });
  await db.destroy();
  switch (rotation.status) {
    case 'otherSecret':
      giveUp(`Nothing was changed. ${OTHER_SECRET}`);
      break;
    case 'inUse':
      giveUp(
        `Nothing was changed: the database is in use, connections beside this one: ${rotation.by}. Stop every process of the server first.`,
      );
      break;
    case 'isDone':
      finish();
      console.log('Everything is under the new secret already.');
      break;
    case 'rotated':
      finish();
      for (const [column, rows] of Object.entries(rotation.rows))
        console.log(`${column}: ${rows} rows rewritten`);
      console.log(
        'Everything is under the new secret. Backups of before need the one of before; make one now, and keep the new secret in another place than it.',
      );
  }
}

function findSecrets({ database, secret, secretBefore }: Config): Secrets {
  if (database.kind === 'embedded' && !secret) {
    const { folder } = database;
    return {
      before: keepSecret(folder),
      after: keepNextSecret(folder),
      finish: () => replaceSecret(folder),
    };
  }
  if (!secret || !secretBefore)
    giveUp('Say both: SECRET_BEFORE is the one that the database was written with, SECRET takes its place.');
  return { before: secretBefore, after: secret, finish() {} };
}
