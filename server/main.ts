import { getRequestListener } from '@hono/node-server';
import { buildFolder, buildIfStale } from '../src/lib/serving/build-if-stale.ts';
import { giveUp, listen, requireFreePort } from '../src/lib/serving/listen.ts';
import { createSiteServer } from '../src/lib/serving/site-server.ts';
import { hasClerks } from './clerks/clerks.ts';
import { readConfig } from './config.ts';
import { keepRunningJobs } from './jobs/keep-running.ts';
import { openContext } from './open-context.ts';
import { createSite } from './site.ts';

const config = readConfig(process.env);
if (Array.isArray(config)) giveUp(config.join('\n'));
const { port, place, cspReports, signIn } = config;

// Before the build, which would take the files away from whoever serves them at that port.
await requireFreePort(port, place.listenAt);
await buildIfStale('production');
const context = await openContext(config);
if (typeof context === 'string') giveUp(context);

// The embedded database is one process's alone.
const whenStopped = config.database.kind === 'embedded' ? ', while this is stopped' : '';
const needsClerk = !(await hasClerks(context.db));
const jobs = keepRunningJobs(context);
const answerApi = getRequestListener(createSite(context));
const server = createSiteServer(buildFolder('production'), answerApi, {
  names: place.names,
  onBug: context.onBug,
  reportsTo: cspReports,
  hasSimulator: signIn.simulator,
});
listen(server, port, place.listenAt, {
  onReady() {
    console.log(`e-Clic is at ${place.origin ?? `http://${place.names[0] ?? 'localhost'}:${port}`}`);
    if (needsClerk) console.log(`Nobody can answer yet: npm run office -- add-clerk <user>${whenStopped}`);
    if (signIn.simulator) console.log('Anybody may sign in as anybody who is made up: SIGN_IN=simulator');
  },
  async onStopped() {
    await jobs.stop();
    await context.db.destroy();
  },
});
