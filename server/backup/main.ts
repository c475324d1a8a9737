import { resolve } from 'node:path';
import { giveUp } from '../../src/lib/serving/listen.ts';
import { type Config, readConfig } from '../config.ts';
import { SECRET_FILE } from '../embedded-folder.ts';
import { backUpEmbedded, restoreEmbedded } from './embedded-backup.ts';
import { backUpPostgres, restorePostgres } from './postgres-backup.ts';
import type { GivenUp } from './settle-restored.ts';
import { tellRestored } from './tell-restored.ts';

/** `npm run backup -- <file>`, `npm run restore -- <file>`. */
const [what, given] = process.argv.slice(2);
if ((what !== 'backup' && what !== 'restore') || !given)
  giveUp('Say which file: npm run backup -- eclic.backup');
const file = resolve(given);
const config = readConfig(process.env);
if (Array.isArray(config)) giveUp(config.join('\n'));
const trouble = await (what === 'backup' ? backUp(config) : restore(config));
if (trouble !== null) giveUp(trouble);

async function backUp({ database, secret }: Config): Promise<string | null> {
  const isEmbedded = database.kind === 'embedded';
  const failed = await (isEmbedded
    ? backUpEmbedded(database.folder, file)
    : backUpPostgres(database.url, file));
  if (failed !== null) return failed;
  const kept = isEmbedded && !secret ? `the file ${resolve(database.folder, SECRET_FILE)}` : 'SECRET';
  console.log(
    `Everything is in ${file}. Keep ${kept} too, in another place: without it no NISS can be read.`,
  );
  return null;
}

async function restore(config: Config): Promise<string | null> {
  const restored = await restoreInto(config);
  if (typeof restored === 'string') return restored;
  console.log(tellRestored(restored));
  return null;
}

async function restoreInto({ database, secret }: Config): Promise<GivenUp | string> {
  if (database.kind === 'embedded') return restoreEmbedded(database.folder, file, secret);
  return secret ? restorePostgres(database.url, file, secret) : 'SECRET is missing.';
}
