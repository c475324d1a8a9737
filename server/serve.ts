import { getRequestListener } from '@hono/node-server';
import { buildFolder } from '../serving/build-folder.ts';
import { giveUp, listen, requireFreePort } from '../serving/listen.ts';
import { createSiteServer } from '../serving/site-server.ts';
import { requireBuiltApp } from './built-app.ts';
import { hasClerks } from './clerks/clerks.ts';
import { readConfig } from './config.ts';
import { PROGRAM } from './how-to-call.ts';
import { keepRunningJobs } from './jobs/keep-running.ts';
import { createLog } from './log.ts';
import { findPlainMailServer } from './mail/mailer.ts';
import { openContext } from './open-context.ts';
import { createMetrics } from './operations/metrics.ts';
import { createMetricsServer } from './operations/metrics-server.ts';
import { readBacklog } from './operations/read-backlog.ts';
import { isDatabaseThere } from './operations/readiness.ts';
import { createWatch } from './operations/watch.ts';
import { createSite } from './site.ts';

/** The app and the server, until the process is asked to stop. */
export async function serve(): Promise<void> {
  const config = readConfig(process.env);
  if (Array.isArray(config)) giveUp(config.join('\n'));
  const { port, place, basePath, cspReports, mail, metricsPort, signIn, stopTimes } = config;
  const folder = buildFolder('production');
  requireBuiltApp(folder, basePath);
  for (const each of [port, metricsPort]) if (each !== null) await requireFreePort(each, place.listenAt);

  const log = createLog();
  const metrics = createMetrics();
  const watch = createWatch(log, metrics);
  const context = await openContext(config, watch);
  if (typeof context === 'string') giveUp(context);
  metrics.follow({ readBacklog: () => readBacklog(context), pool: context.pool });
  const plainMail = mail && (await findPlainMailServer(mail));
  if (plainMail !== null) giveUp(plainMail);

  // The embedded database is one process's alone.
  const whenStopped = config.database.kind === 'embedded' ? ', while this is stopped' : '';
  const needsClerk = !(await hasClerks(context.db));
  const jobs = keepRunningJobs(context);
  let isStopping = false;
  const server = createSiteServer(folder, getRequestListener(createSite(context)), {
    names: place.names,
    basePath,
    onBug: watch.onBug,
    reportsTo: cspReports,
    hasSimulator: signIn.simulator,
    isReady: async () => !isStopping && (await isDatabaseThere(context.db)),
  });
  if (metricsPort !== null) createMetricsServer(metrics, place.names).listen(metricsPort, place.listenAt);
  listen(server, port, place.listenAt, {
    stopTimes,
    onBug: watch.onBug,
    onReady() {
      log.info(
        `e-Clic is at ${place.origin ?? `http://${place.names[0] ?? 'localhost'}:${port}`}${basePath}/`,
      );
      if (signIn.simulator) log.info('Anybody may sign in as anybody who is made up: SIGN_IN=simulator');
      if (!config.clerksNeedCode) log.info('Clerks need no code: CLERK_SECOND_FACTOR=off');
      if (needsClerk) log.info(`Nobody can answer yet: ${PROGRAM} office add-clerk <user>${whenStopped}`);
    },
    onStopping() {
      isStopping = true;
      log.info('Asked to stop: calls that have begun are answered first');
    },
    async onStopped() {
      await jobs.stop();
      await context.db.destroy();
      log.info('Stopped');
    },
  });
}
