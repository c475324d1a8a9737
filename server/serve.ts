import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { buildFolder } from '../serving/build-folder.ts';
import { giveUp, listen, requireFreePort } from '../serving/listen.ts';
import { createSiteServer } from '../serving/site-server.ts';
import { EMPTY_PAGE } from '../shared/empty-page.ts';
import { hasClerks } from './clerks/clerks.ts';
import { requireConfig } from './config.ts';
import { fillAtStart } from './fill-at-start.ts';
import { PROGRAM } from './how-to-call.ts';
import { openJobDatabase } from './jobs/job-database.ts';
import { keepRunningJobs } from './jobs/keep-running.ts';
import { createLog } from './log.ts';
import { findPlainMailServer } from './mail/mailer.ts';
import { openContext } from './open-context.ts';
import { createLiveness, followAnswers } from './operations/liveness.ts';
import { createMetrics } from './operations/metrics.ts';
import { createMetricsServer } from './operations/metrics-server.ts';
import { readBacklog } from './operations/read-backlog.ts';
import { createReadiness } from './operations/readiness.ts';
import { isThereBeside, untilDatabase } from './operations/until-database.ts';
import { createWatch } from './operations/watch.ts';
import { createSite } from './site.ts';

/** Runs the app and the server until the process is asked to stop. */
export async function serve(): Promise<void> {
  const config = requireConfig();
  const { port, place, basePath, cspReports, mail, metricsPort, signIn, stopTimes } = config;
  const folder = buildFolder('production');
  requireBuiltApp(folder, basePath);
  for (const each of [port, metricsPort]) if (each !== null) await requireFreePort(each, place.listenAt);

  const log = createLog();
  const metrics = createMetrics();
  const watch = createWatch(log, metrics);
  // A signal ends the first process of a container only when the process listens to it.
  const endAtOnce = () => process.exit(0);
  process.once('SIGTERM', endAtOnce);
  const unusable = await untilDatabase(config.database, log);
  process.off('SIGTERM', endAtOnce);
  if (unusable !== null) giveUp(unusable);
  const context = await openContext(config, watch);
  if (typeof context === 'string') giveUp(context);
  await fillAtStart(context, signIn);
  metrics.follow({ readBacklog: () => readBacklog(context), pool: context.pool });
  const plainMail = mail && (await findPlainMailServer(mail));
  if (plainMail !== null) giveUp(plainMail);

  // Only one process at a time can use the embedded database.
  const whenStopped = config.database.kind === 'embedded' ? ', while this is stopped' : '';
  const needsClerk = !(await hasClerks(context.db));
  const jobDatabase = openJobDatabase(config.database);
  const jobs = keepRunningJobs({ ...context, ...(jobDatabase && { db: jobDatabase }) });
  const isReady = createReadiness(context.db);
  const answeredAt = followAnswers(context.pool, Date.now);
  let isStopping = false;
  const server = createSiteServer(folder, getRequestListener(createSite(context)), {
    names: place.names,
    basePath,
    onBug: watch.onBug,
    reportsTo: cspReports,
    hasSimulator: signIn.simulator,
    health: {
      isReady: async () => !isStopping && (await isReady()),
      isLive: createLiveness({
        isReady,
        isThereBeside: () => isThereBeside(config.database),
        answeredAt,
        now: Date.now,
      }),
    },
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
      await Promise.all([context.db.destroy(), jobDatabase?.destroy()]);
      log.info('Stopped');
    },
  });
}

/** Ends the process when the built app is missing, or was built for another base path. */
function requireBuiltApp(folder: string, basePath: string): void {
  const page = join(folder, EMPTY_PAGE);
  if (!existsSync(page)) giveUp(`There is no app in ${folder}: npm run build makes it.`);
  const [, builtFor] = /src="([^"]*)\/assets\//.exec(readFileSync(page, 'utf8')) ?? [];
  if (builtFor !== undefined && builtFor !== basePath)
    giveUp(
      `The app in ${folder} was built for BASE_PATH=${builtFor}/, not ${basePath}/. Build it with the same.`,
    );
}
