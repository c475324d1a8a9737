import { buildIfStale } from '../build/build-if-stale.ts';
import { readConfig } from '../server/config.ts';
import { giveUp, requireFreePort } from '../serving/listen.ts';

/** For whoever works on e-Clic: a server that is deployed comes with its build, and may not write to where it stands. */
async function build(): Promise<void> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) giveUp(config.join('\n'));
  // Before the build, which would take the files away from whoever serves them at that port.
  await requireFreePort(config.port, config.place.listenAt);
  await buildIfStale('production');
}

const [, , name = 'serve'] = process.argv;
if (name === 'serve') await build();
await import('../server/main.ts');
