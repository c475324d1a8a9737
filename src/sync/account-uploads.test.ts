import { expect, test } from 'vitest';
import { problem } from '../../contract/problem.ts';
import { attachPdf, DESCRIPTION, NOON, writeCompleteDraft } from '../../testing/builders.ts';
import { PRETEND_ORIGIN } from '../../testing/pretend-account.ts';
import { openTwoDevices, readTexts } from '../../testing/two-devices.ts';
import { createApiClient } from '../api/client.ts';
import { readLocalData } from '../db/storage/local-data.ts';

test.each([404, 409, 410, 460])(
  'a proxy that answers a new upload with %i holds no other draft up, and is left alone ever longer',
  async (status) => {
    const { maria, phone, round } = await openTwoDevices();
    const ids = [await writeCompleteDraft(phone.db), await writeCompleteDraft(phone.db)].sort();
    const [held = '', goes] = ids;
    await attachPdf(phone.db, held);
    let tries = 0;
    const api = createApiClient(PRETEND_ORIGIN, async (request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/uploads')) return maria.server(request);
      tries += 1;
      return new Response(null, { status });
    });
    const context = { ...phone, api, random: () => 1 };
    await round(context);
    expect(await readLocalData(phone.db)).toMatchObject({
      inAccount: [{ id: goes }],
      onlyHere: [{ id: held }],
    });
    expect([tries, context.accountRest]).toEqual([1, { failures: 1, until: NOON.getTime() + 2_000 }]);
    await round(phone);
    expect((await readLocalData(phone.db)).inAccount).toHaveLength(2);
  },
);

test('words go to the account on a day that takes no more files, and it is not said to have all', async () => {
  const { maria, phone, desktop, round } = await openTwoDevices();
  const id = await writeCompleteDraft(phone.db);
  await attachPdf(phone.db, id);
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    const isNew = request.method === 'POST' && request.url.endsWith('/uploads');
    return isNew ? problem('day-limit-reached') : maria.server(request);
  });
  await round({ ...phone, api });
  expect(await readLocalData(phone.db)).toMatchObject({ inAccount: [], onlyHere: [{ id }] });
  await round(desktop);
  expect(await readTexts(desktop.db)).toEqual([DESCRIPTION]);
});
