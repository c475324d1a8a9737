import { execFileSync } from 'node:child_process';
import {
  chooseFiles,
  goOn,
  heading,
  pdf,
  pickTopic,
  signIn,
  startRequest,
  writeDescription,
} from '../steps.ts';
import { expect, test } from './fixtures.ts';

const MIB = 1024 * 1024;
const GROWTH_MAX_MIB = 64;
const FILES = 10;
/** Together at most 50 MB, so ten files of 5 MB stand for what a request may hold. */
const FILE_BYTES = 5 * MIB - 1_000;

/** Resident memory of the largest renderer of the browser under test, in MiB. */
function rendererMib(): number {
  const lines = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' }).split('\n');
  const renderers = lines.filter((line) => line.includes('--type=renderer'));
  return Math.max(...renderers.map((line) => Number.parseInt(line.trim(), 10) / 1024));
}

test('while ten files go up, the page’s memory grows by less than 64 MiB @slow', async ({ page, server }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await startRequest(page);
  await writeDescription(page, 'Um pedido com muitos ficheiros.');
  await goOn(page);
  await pickTopic(page);
  await goOn(page);
  await expect(heading(page, 'Anexar documentos')).toBeVisible();
  for (let n = 0; n < FILES; n += 1) {
    await chooseFiles(page, [pdf(`grande-${n}.pdf`, FILE_BYTES - n)]);
    await expect(page.getByRole('button', { name: /Remover/ })).toHaveCount(n + 1);
  }
  await goOn(page);
  await expect(heading(page, 'Resumo do pedido')).toBeVisible();
  await page.requestGC();
  const before = rendererMib();
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  let most = 0;
  await expect
    .poll(
      async () => {
        most = Math.max(most, rendererMib());
        return (await server.state()).requests.some(
          ({ description }) => description === 'Um pedido com muitos ficheiros.',
        );
      },
      { timeout: 120_000, intervals: [100] },
    )
    .toBe(true);
  console.log(`renderer: ${before.toFixed(0)} MiB before, at most ${most.toFixed(0)} MiB while sending`);
  expect(most - before).toBeLessThan(GROWTH_MAX_MIB);
});
