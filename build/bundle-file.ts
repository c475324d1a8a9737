import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type BuildOptions, build } from 'vite';
import { releaseFacts } from './release-facts.ts';
import { generateScopedName } from './scoped-name.ts';

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
