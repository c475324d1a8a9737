import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp } from '../serving/listen.ts';
import { EMPTY_PAGE } from '../shared/empty-page.ts';

/** Ends the process when the built app is missing, or was built for another base path. */
export function requireBuiltApp(folder: string, basePath: string): void {
  const page = join(folder, EMPTY_PAGE);
  if (!existsSync(page)) giveUp(`There is no app in ${folder}: npm run build makes it.`);
  const [, builtFor] = /src="([^"]*)\/assets\//.exec(readFileSync(page, 'utf8')) ?? [];
  if (builtFor !== undefined && builtFor !== basePath)
    giveUp(
      `The app in ${folder} was built for BASE_PATH=${builtFor}/, not ${basePath}/. Build it with the same.`,
    );
}
