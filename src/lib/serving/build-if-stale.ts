import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type BuildMode = 'demo' | 'production';

const SOURCES = [
  'contract',
  'domain',
  'src',
  'public',
  'locales',
  'index.html',
  'vite.config.ts',
  'pwa.config.ts',
  'pages.config.ts',
  'package.json',
  'package-lock.json',
];

export function buildFolder(mode: BuildMode): string {
  return mode === 'demo' ? 'dist-demo' : 'dist';
}

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
  // The folder too: a file that was removed leaves no other trace.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
