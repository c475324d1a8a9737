import { execFileSync } from 'node:child_process';
import manifest from '../package.json' with { type: 'json' };
import { basePath } from './base-path.ts';
import { ID_TO_COME } from './build-id.ts';

/** What is known once it is built: written into the code in the place of these names. */
export function releaseFacts(): Record<string, string> {
  return {
    'import.meta.env.BASE_PATH': JSON.stringify(basePath),
    'import.meta.env.BUILD_ID': JSON.stringify(ID_TO_COME),
    'import.meta.env.RELEASE': JSON.stringify(readRelease()),
  };
}

/** What the app says it is: its version, and of which commit, as whoever builds it says (`COMMIT`) or the clone that it is built in. */
function readRelease(): string {
  const commit = process.env.COMMIT || askGit();
  return commit ? `${manifest.version} (${commit})` : manifest.version;
}

/** Nothing where there is no clone, as in an image. */
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
