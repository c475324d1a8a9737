import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilShown } from '../until-shown.ts';

export const offlineStart: Measurement = {
  name: 'First list after an offline cold start',
  goal: 700,
  unit: 'ms',
  how: 'A browser started anew and come to rest, without a connection: from the start of the navigation until the first cards are painted.',
  async run(world) {
    const values: number[] = [];
    while (values.length < RUNS) {
      const { page, close } = await world.open({ offline: true });
      values.push(await untilShown(page, '/pedidos', 'main li h3'));
      await close();
    }
    return values;
  },
};
