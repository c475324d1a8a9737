import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.ts';
import { findBeyondInCode } from './browser-line/beyond-in-code.ts';
import { findBeyondInStyles } from './browser-line/beyond-in-styles.ts';
import { complainOf } from './browser-line/known-beyond.ts';

const FINDERS = new Map([
  ['.js', findBeyondInCode],
  ['.css', findBeyondInStyles],
]);

/**
 * Looks through all that is sent to browsers, the worker and the packages' code too, for what browsers at the line lack, and stops the build at a feature
 * that `known-beyond.ts` does not list.
 */
export function browserLine(): Plugin {
  return afterBuild('eclic-browser-line', (folder, fail) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const found = files.flatMap(
      (file) => FINDERS.get(extname(file))?.(file, readFileSync(join(folder, file), 'utf8')) ?? [],
    );
    const complaints = complainOf(found);
    if (complaints.length > 0) fail(complaints.join('\n'));
  });
}
