import { poll } from '../poll.ts';
import { expect, test } from './fixtures.ts';
import { DRAFTS, prepareStorm } from './storm.ts';

const MS_PER_DRAFT = 4_000;

test(`${DRAFTS} drafts submitted from three tabs in a storm of faults arrive once each`, async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(60_000 + DRAFTS * MS_PER_DRAFT);
  const storm = await prepareStorm(context, page, DRAFTS);
  const { ids } = storm;
  await server.post('faults', { errorRate: 0.2, dropRate: 0.2, lostAnswerRate: 0.2 });
  await storm.submitFromThreeTabs();

  await poll(async () => (await server.state()).requests.filter(({ id }) => ids.includes(id)).length, {
    timeout: 60_000 + DRAFTS * 1_000,
  }).toBe(DRAFTS);
  await server.post('faults', { errorRate: 0, dropRate: 0, lostAnswerRate: 0 });
  const { requests } = await server.state();
  for (const id of ids)
    expect(requests.filter((request) => request.id === id)).toMatchObject([{ commits: 1 }]);
  await storm.expectNothingWaits();
});
