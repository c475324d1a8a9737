import { expect } from '@playwright/test';
import { heading, signIn, writeRequest } from '../../e2e/steps.ts';
import { cloneSubmitted } from '../clone-submitted.ts';
import { withFreshStart } from '../fresh-start.ts';
import type { Measurement } from '../measurement.ts';
import { untilReceived } from '../until-received.ts';

const DRAFTS = 200;
const RUNS = 5;

export const manyDrafts: Measurement = {
  name: `${DRAFTS} submitted drafts until all are received`,
  goal: null,
  unit: 's',
  how: `Submitted without a connection; from its return until each has its reference and the outbox is empty. Each run begins with an empty server and an empty profile, hence ${RUNS} runs.`,
  async run() {
    const values: number[] = [];
    while (values.length < RUNS) values.push(await withFreshStart(sendMany));
    return values;
  },
};

async function sendMany({ context, page, server }: Parameters<Parameters<typeof withFreshStart>[0]>[0]) {
  await signIn(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await writeRequest(page);
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  const ids = await page.evaluate(cloneSubmitted, DRAFTS);
  const seconds = await untilReceived(page);
  const { requests } = await server.state();
  for (const id of ids)
    expect(requests.filter((request) => request.id === id)).toMatchObject([{ commits: 1 }]);
  return seconds;
}
