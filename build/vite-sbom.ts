import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';

/** At the root of the built app, for whoever looks after what it is made of; no page asks for it. */
export const SBOM_FILE = 'sbom.cdx.json';

const ROOT = join(import.meta.dirname, '..');

/** Writes what the lock file names as a CycloneDX document, once the worker has been told what it keeps. */
export function sbom(): Plugin {
  return afterBuild('eclic-sbom', async (folder) => {
    const ask = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=dev'];
    const isWindows = process.platform === 'win32';
    const options = { cwd: ROOT, maxBuffer: Number.POSITIVE_INFINITY, shell: isWindows };
    const { stdout } = await promisify(execFile)('npm', ask, options);
    await writeFile(join(folder, SBOM_FILE), stdout);
  });
}
