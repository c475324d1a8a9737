import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';

/** The file at the root of the built app, for people who check what the app is made of; no page fetches it. */
export const SBOM_FILE = 'sbom.cdx.json';

const ROOT = join(import.meta.dirname, '..');

/** Writes the packages of the lock file as a CycloneDX document, once the list of what a device may keep is written. */
export function sbom(): Plugin {
  return afterBuild('eclic-sbom', async (folder) => {
    const ask = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=dev'];
    const isWindows = process.platform === 'win32';
    const options = { cwd: ROOT, maxBuffer: Number.POSITIVE_INFINITY, shell: isWindows };
    const { stdout } = await promisify(execFile)('npm', ask, options);
    await writeFile(join(folder, SBOM_FILE), stdout);
  });
}
