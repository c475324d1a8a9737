import { rmSync } from 'node:fs';
import { type Floor, openFloor } from '../floor.ts';
import { untilShown } from '../in-page/until-painted.ts';
import { type Measurement, repeat } from '../measurement.ts';
import { makeFolder, openBrowser, untilWorkerIsReady } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { CARD, openList } from '../world.ts';

/** Whose worker keeps the floor among the app's own files. */
async function visitOnce(profile: string, { origin, path }: Floor): Promise<void> {
  const { context, page } = await openBrowser(profile, origin, { cpuRate: 1 });
  await page.goto('/entrar');
  await untilWorkerIsReady(page);
  await page.goto(path);
  await context.close();
}

export const offlineStart: Measurement = {
  name: 'First list after an offline cold start, to a static page',
  goal: 1.8,
  unit: '×',
  how: 'A browser started anew and come to rest, without a connection: from the start of the navigation until the first cards are painted; how many times as long as the same cards take as plain HTML without a script, kept by the same worker; one of each in turn.',
  async run(world) {
    const floor = await world.visit(
      async ({ page }) => {
        await openList(page);
        await page.waitForLoadState('networkidle');
        return openFloor(page);
      },
      { cpuRate: 1 },
    );
    const profile = makeFolder();
    await visitOnce(profile, floor);
    const values = await repeat(RUNS, async () => {
      const appMs = await world.visit(({ page }) => untilShown(page, '/pedidos', CARD), { offline: true });
      const { context, page } = await openBrowser(profile, floor.origin, { offline: true });
      const floorMs = await untilShown(page, floor.path, CARD);
      await context.close();
      return appMs / floorMs;
    });
    floor.close();
    rmSync(profile, { recursive: true, force: true });
    return values;
  },
};
