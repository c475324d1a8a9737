import { once } from 'node:events';
import type { Load, Sent } from './load.ts';
import { LOADS_OF_MANY } from './loads-of-many.ts';
import { LOADS_OF_ONE } from './loads-of-one.ts';

/** Sends a load from a process of its own, so that the server's process does nothing else. It says when all is prepared, and starts when it is told to. */
const [load] = (await once(process, 'message')) as [Load];
process.on('disconnect', () => process.exit());
const sent: Sent = { times: [], tookMs: 0, bytes: 0 };
const callerOf = await { ...LOADS_OF_MANY, ...LOADS_OF_ONE }[load.name]?.(load, sent);
process.send?.('ready');
await once(process, 'message');
const begun = performance.now();
const callers = Array.from({ length: load.atOnce }, async (_, caller) => {
  const send = callerOf?.(caller);
  for (let n = caller; performance.now() - begun < load.lastsMs; n += load.atOnce) {
    const start = performance.now();
    await send?.(n);
    sent.times.push(performance.now() - start);
  }
});
await Promise.all(callers);
process.send?.({ ...sent, tookMs: performance.now() - begun });
