import { buildIfStale } from '../build/build-if-stale.ts';
import { requireConfig } from '../server/config.ts';
import { requireFreePort } from '../serving/listen.ts';

/** Builds the app before serving it, for developers. A deployed server comes with its build, and may not write into its folder. */
async function build(): Promise<void> {
  const config = requireConfig();
  // Checks the port before the build, which would take the files away from a server that already runs on it.
  await requireFreePort(config.port, config.place.listenAt);
  await buildIfStale('production');
}

const [, , name = 'serve'] = process.argv;
if (name === 'serve') await build();
await import('../server/main.ts');
