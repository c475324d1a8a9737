import { resolve } from 'node:path';
import { giveUp } from '../../src/lib/serving/listen.ts';
import { type Config, readConfig } from '../config.ts';
import { SECRET_FILE } from '../embedded-folder.ts';
import { openContext, openDatabase } from '../open-context.ts';
import { terminalWatch } from '../operations/watch.ts';
import { backUpEmbedded, restoreEmbedded } from './embedded-backup.ts';
import { backUpPostgres, restorePostgres } from './postgres-backup.ts';
import { settleRestored } from './settle-restored.ts';

/** `npm run backup -- <file>`, `npm run restore -- <file>`. */
const [what, given] = process.argv.slice(2);
if ((what !== 'backup' && what !== 'restore') || !given)
  giveUp('Say which file: npm run backup -- eclic.backup');
const file = resolve(given);
const config = readConfig(process.env);
if (Array.isArray(config)) giveUp(config.join('\n'));
const trouble = await (what === 'backup' ? backUp(config) : restore(config));
if (trouble !== null) giveUp(trouble);

async function backUp({ database }: Config): Promise<string | null> {
  const isEmbedded = database.kind === 'embedded';
  const failed = await (isEmbedded
    ? backUpEmbedded(database.folder, file)
    : backUpPostgres(database.url, file));
  if (failed !== null) return failed;
  const secret = isEmbedded ? `the file ${resolve(database.folder, SECRET_FILE)}` : 'SECRET';
  console.log(
    `Everything is in ${file}. Keep ${secret} too, in another place: without it no NISS can be read.`,
  );
  return null;
}

async function restore(config: Config): Promise<string | null> {
  const { database, secret } = config;
  const failed = await (database.kind === 'embedded'
    ? restoreEmbedded(database.folder, file, secret !== null)
    : restorePostgres(database.url, file));
  if (failed !== null) return failed;
  const opened = openDatabase(config);
  if (typeof opened === 'string') return opened;
  await settleRestored(opened.db);
  await opened.db.destroy();
  const context = await openContext(config, terminalWatch);
  if (typeof context === 'string') return `Restored, but it cannot be used: ${context}`;
  await context.db.destroy();
  console.log('Restored. Everybody signs in again; what came after the backup is not there.');
  return null;
}
