import { resolve } from 'node:path';
import { giveUp } from '../../serving/listen.ts';
import { requireStorage } from '../config.ts';
import { SECRET_FILE } from '../embedded-folder.ts';
import { PROGRAM } from '../how-to-call.ts';
import { requireDatabase } from '../open-at-terminal.ts';
import type { StorageConfig } from '../storage-settings.ts';
import { backUpEmbedded, restoreEmbedded } from './embedded-backup.ts';
import { backUpPostgres, restorePostgres } from './postgres-backup.ts';
import type { GivenUp } from './settle-restored.ts';

/** `npm run server -- backup <file>` */
export async function backUp([given]: string[]): Promise<void> {
  const file = requireFile('backup', given);
  const { database, secret, filesUrl } = requireStorage();
  const isEmbedded = database.kind === 'embedded';
  const failed = await (isEmbedded
    ? backUpEmbedded(database.folder, file)
    : backUpPostgres(database.url, file));
  if (failed !== null) giveUp(failed);
  const kept = isEmbedded && !secret ? `the file ${resolve(database.folder, SECRET_FILE)}` : 'SECRET';
  const butFiles = filesUrl === null ? '' : ', but not the files in the store of FILES_URL';
  console.log(
    `Everything is in ${file}${butFiles}. Keep ${kept} too, in another place: without it no NISS can be read.`,
  );
}

/** `npm run server -- restore <file>` */
export async function restore([given]: string[]): Promise<void> {
  const file = requireFile('restore', given);
  const storage = requireStorage();
  const restored = await restoreFrom(file, storage);
  if (typeof restored === 'string') giveUp(restored);
  console.log(tellRestored(restored, storage));
}

function requireFile(name: string, given = ''): string {
  return given === '' ? giveUp(`Say which file: ${PROGRAM} ${name} eclic.backup`) : resolve(given);
}

async function restoreFrom(file: string, storage: StorageConfig): Promise<GivenUp | string> {
  const { database, secret } = storage;
  await requireDatabase(storage);
  if (database.kind === 'embedded') return restoreEmbedded(database.folder, file, secret);
  return secret ? restorePostgres(database.url, file, secret) : 'SECRET is missing.';
}

/** Returns the text that says what is left to do after a restore, with the commands that do it. */
function tellRestored({ clerks, tokens }: GivenUp, { filesUrl }: Pick<StorageConfig, 'filesUrl'>): string {
  return [
    'Restored. Everybody signs in again; what came after the backup is not there.',
    ...list(
      'Clerks, whose passwords open nothing now. Give a new one to whoever is still to be let in:',
      clerks.map((userName) => `${PROGRAM} office new-password ${userName}`),
    ),
    ...list(
      'Programs of the office, whose tokens open nothing now. Give a new one to those that still act for it:',
      tokens.map((name) => `${PROGRAM} office token add ${name}`),
    ),
    `Whoever was given another palavra-chave since the backup has the one of before: enter them again by ${PROGRAM} citizens add.`,
    'Códigos de consulta are those of the backup: one that was switched off or renewed since then opens again, until its citizen switches it off, or renews it as often as since the backup.',
    'Devices that were told to erase since the backup are not told any more, until their citizens ask for it again.',
    `Accounts that were closed since the backup are open again. Nothing here tells whose they were: close those that you have a note of by ${PROGRAM} citizens remove.`,
    ...(filesUrl === null
      ? []
      : [
          'The store of FILES_URL was not put back. Of the files that came after the backup nothing here knows: take out of it what is newer than the backup.',
        ]),
  ].join('\n');
}

function list(title: string, commands: readonly string[]): string[] {
  return commands.length === 0 ? [] : [title, ...commands.map((command) => `  ${command}`)];
}
