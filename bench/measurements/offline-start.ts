import { type Measurement, RUNS } from '../measurement.ts';

const POLL_MS = 5;

export const offlineStart: Measurement = {
  name: 'First list after an offline cold start',
  goal: 1_000,
  unit: 'ms',
  how: 'A browser just started, without a connection: from the start of the navigation until the first cards are painted.',
  async run(world) {
    const values: number[] = [];
    while (values.length < RUNS) {
      const { page, close } = await world.open({ offline: true });
      await page.goto('/pedidos', { waitUntil: 'commit' });
      values.push(await page.evaluate(untilCards, POLL_MS));
      await close();
    }
    return values;
  },
};

/** Runs in the page, whose clock begins with the navigation. */
function untilCards(pollMs: number): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('main li h3')) return setTimeout(look, pollMs);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      return requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    look();
  });
}
