import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPRESSED_FORMS } from '../serving/compressed-forms.ts';
import { folderOfBuild, isText } from '../shared/file-list.ts';

/** Stands for the id of the build, in names and in code, until all is written: the id is a hash of that. */
export const ID_TO_COME = 'id-of-this-build';

/** Where the build writes what will stand in the folder of its id. */
export const BUILD_FOLDER = folderOfBuild(ID_TO_COME);

/** Every file of a build, without its compressed forms, by its path with forward slashes. */
export function listBuilt(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .filter((path) => COMPRESSED_FORMS.every(({ ending }) => !path.endsWith(ending)))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Puts the id of what the folder holds in the place of `standing`; answers it. */
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
