import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildMode, buildFolder } from '../serving/build-folder.ts';

const SOURCES = [
  'build',
  'contract',
  'domain',
  'serving',
  'shared',
  'src',
  'public',
  'locales',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Builds the app when there is no build yet, or when a source is newer than it. */
export async function buildIfStale(mode: BuildMode): Promise<void> {
  const sources = mode === 'demo' ? [...SOURCES, 'mocks'] : SOURCES;
  const builtPage = join(buildFolder(mode), 'index.html');
  const builtAt = existsSync(builtPage) ? statSync(builtPage).mtimeMs : Number.NEGATIVE_INFINITY;
  if (Math.max(...sources.map(newestChange)) < builtAt) return;
  console.log(`Building the app (${mode})…`);
  const { build } = await import('vite');
  await build({ mode, logLevel: 'warn' });
}

function newestChange(path: string): number {
  if (!existsSync(path)) return Number.NEGATIVE_INFINITY;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The folder's own time counts too: a file that was removed leaves no other trace.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
