import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPRESSED_FORMS } from '../serving/compressed-forms.ts';
import { folderOfBuild, isText } from '../shared/file-list.ts';

/** Stands for the build's id, in names and in code, until all files are written: the id is a hash of them. */
export const ID_TO_COME = 'id-of-this-build';

/** The folder into which the build writes, until it is named by the build's id. */
export const BUILD_FOLDER = folderOfBuild(ID_TO_COME);

/** Lists every file of a build, without its compressed forms, by its path with forward slashes. */
export function listBuilt(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .filter((path) => COMPRESSED_FORMS.every(({ ending }) => !path.endsWith(ending)))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Replaces `standing` by the id of what the folder holds, and returns the id. */
export function giveId(folder: string, standing = ID_TO_COME): string {
  const hash = createHash('sha256');
  const files = listBuilt(folder).map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  for (const { path, bytes } of files) hash.update(path).update(bytes);
  const id = hash.digest('hex').slice(0, 8);
  for (const { path, bytes } of files) {
    if (isText(path) && bytes.includes(standing))
      writeFileSync(join(folder, path), bytes.toString().replaceAll(standing, id));
  }
  renameSync(join(folder, folderOfBuild(standing)), join(folder, folderOfBuild(id)));
  return id;
}
