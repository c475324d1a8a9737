import { expect, test } from '@playwright/test';
import { connectPostgres } from '../../server/db/connect.ts';
import { poll } from '../poll.ts';
import { type InstallationOnPostgres, installOnPostgres, ORIGIN } from './installations.ts';
import { DRAFTS, prepareStorm } from './storm.ts';

const MS_PER_DRAFT = 4_000;

test.use({ baseURL: ORIGIN });

let installation: InstallationOnPostgres | null = null;
test.afterEach(() => installation?.takeAway());

test(`${DRAFTS} drafts submitted from three tabs reach the reference server once each, through a proxy that fails six calls of ten, with each of two processes killed`, async ({
  page,
  context,
}) => {
  test.setTimeout(60_000 + DRAFTS * MS_PER_DRAFT);
  installation = await installOnPostgres();
  if (!installation) return test.skip(true, 'PostgreSQL is not installed.');
  const { env, processes, proxy } = installation;
  await installation.start();
  const db = connectPostgres(env.DATABASE_URL ?? '', 1);
  const countArrived = async () => (await db.selectFrom('requests').select('id').execute()).length;
  const untilArrived = (count: number) =>
    poll(countArrived, { timeout: DRAFTS * MS_PER_DRAFT }).toBeGreaterThanOrEqual(count);

  const storm = await prepareStorm(context, page, DRAFTS);
  proxy.setFaulty(true);
  const submitting = storm.submitFromThreeTabs();
  for (const [index, { kill, start }] of processes.entries()) {
    await untilArrived(((index + 1) * DRAFTS) / (processes.length + 1));
    await kill();
    await start();
  }
  await submitting;
  await untilArrived(DRAFTS);
  proxy.setFaulty(false);

  await storm.expectNothingWaits();
  const requests = await db.selectFrom('requests').select(['id', 'reference']).execute();
  const keys = await db.selectFrom('requestKeys').select('id').execute();
  expect(requests.map(({ id }) => id).toSorted()).toEqual(storm.ids.toSorted());
  expect(new Set(requests.map(({ reference }) => reference)).size).toBe(DRAFTS);
  expect(keys.map(({ id }) => id).toSorted()).toEqual(storm.ids.toSorted());
  await db.destroy();
});
