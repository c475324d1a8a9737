import { execFileSync } from 'node:child_process';
import manifest from '../package.json' with { type: 'json' };
import { basePath } from './base-path.ts';
import { ID_TO_COME } from './build-id.ts';

/** Returns what is known at build time, to be written into the code in the place of these names. */
export function releaseFacts(): Record<string, string> {
  return {
    'import.meta.env.BASE_PATH': JSON.stringify(basePath),
    'import.meta.env.BUILD_ID': JSON.stringify(ID_TO_COME),
    'import.meta.env.RELEASE': JSON.stringify(readRelease()),
  };
}

/** Returns the version that the app shows, with the commit that `COMMIT` names or that the git clone is at. */
function readRelease(): string {
  const commit = process.env.COMMIT || askGit();
  return commit ? `${manifest.version} (${commit})` : manifest.version;
}

/** Returns an empty text outside a clone, as in a container image. */
function askGit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
