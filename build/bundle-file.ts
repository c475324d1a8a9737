import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { type BuildOptions, build } from 'vite';
import { releaseFacts } from './release-facts.ts';

const ROOT = join(import.meta.dirname, '..');

/** Bundles one file of code as the app is bundled, for a browser: code that knows that it runs elsewhere would draw something else. */
export async function bundleFile(
  mode: string,
  options: BuildOptions,
  facts: Record<string, string> = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    mode,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    css: { modules: { generateScopedName } },
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.env.TEXTS_URL': '""',
      ...releaseFacts(),
      ...facts,
      // The router leaves a trace of itself on `self`.
      self: 'globalThis',
    },
    ssr: { noExternal: true, resolve: { conditions: ['browser', 'module'] } },
    build: { ...options, write: false },
  });
  const [output] = [result].flat();
  const file = output && 'output' in output ? output.output[0] : undefined;
  if (!file) throw new Error('Nothing was built');
  return file.code;
}

/**
 * Names a class of a CSS module by its file. Vite's own names end with the line as well, which weighs more and tells classes apart that are apart
 * already. Whatever bundles code of the app names its classes so: a page drawn beforehand would otherwise have other names than the styles.
 */
export function generateScopedName(local: string, file: string): string {
  const [path = ''] = relative(ROOT, file).replaceAll(sep, '/').split('?');
  return `${local}_${createHash('sha256').update(path).digest('hex').slice(0, 4)}`;
}
