import { openFloor } from '../floor.ts';
import { type Measurement, repeat } from '../measurement.ts';
import { untilWorkerIsReady, withBrowser, withProfile } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { untilShown } from '../until-painted.ts';
import { CARD, openList } from '../world.ts';

const OFFLINE = { offline: true };

export const offlineStart: Measurement = {
  name: 'First list after an offline cold start, to a static page',
  goal: 1.8,
  unit: '×',
  how: 'A browser started anew and come to rest, without a connection: from the start of the navigation until the first cards are painted; how many times as long as the same cards take as plain HTML without a script, kept by the same worker; one of each in turn.',
  async run(world) {
    const floor = await world.visit(async ({ page }) => {
      await openList(page);
      await page.waitForLoadState('networkidle');
      return openFloor(page);
    });
    const { origin, path } = floor;
    const values = await withProfile(async (profile) => {
      // Whose worker keeps the floor among the app's own files.
      await withBrowser(profile, origin, async ({ page }) => {
        await page.goto('/entrar');
        await untilWorkerIsReady(page);
        await page.goto(path);
      });
      return repeat(RUNS, async () => {
        const appMs = await world.visit(({ page }) => untilShown(page, '/pedidos', CARD), OFFLINE);
        return (
          appMs / (await withBrowser(profile, origin, ({ page }) => untilShown(page, path, CARD), OFFLINE))
        );
      });
    });
    floor.close();
    return values;
  },
};
