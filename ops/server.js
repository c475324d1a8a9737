import { existsSync } from 'node:fs';

// A clone has the sources, and builds first what is stale. An installation that was built elsewhere has nothing to build with.
const isClone = existsSync(new URL('../server/main.ts', import.meta.url));
if (isClone) {
  await import('tsx');
  await import('./build-and-serve.ts');
} else {
  await import('../dist-server/main.js');
}
