import { existsSync } from 'node:fs';

// A clone has the sources: what is stale is built first. Where everything was built elsewhere nothing could build it.
const isClone = existsSync(new URL('../server/main.ts', import.meta.url));
if (isClone) {
  await import('tsx');
  await import('./build-and-serve.ts');
} else {
  await import('../dist-server/main.js');
}
