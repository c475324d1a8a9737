import { systemClock } from '../../lib/clock.ts';
import paperWorkerUrl from './paper.worker.ts?worker&url';
import type { DeskCall, DeskReply, PaperDesk } from './paper-calls.ts';

/** A browser may end a worker for lack of memory without a word. Longer than a sheet takes on the slowest phone. */
const LONGEST_MS = 120_000;

interface Caller {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  /** Ends the wait for the answer. */
  settled: () => void;
}

/** Opens a desk. It must be closed again after a photo or two: only a worker that has ended is certain to give its memory back. */
export type OpenDesk = () => PaperDesk & { close(): void };

/** Opens a desk that works on large pictures in a worker. `close` ends the worker, which frees its memory. */
export function openPaperDesk(clock = systemClock): ReturnType<OpenDesk> {
  const waiting = new Map<number, Caller>();
  let lastCallId = 0;
  const worker = startWorker();
  let isLost = worker === null;

  function failAll(): void {
    isLost = true;
    for (const { reject, settled } of waiting.values()) {
      settled();
      reject(new Error('The photo could not be worked on'));
    }
    waiting.clear();
  }

  worker?.addEventListener('message', ({ data }: MessageEvent<DeskReply>) => {
    const caller = waiting.get(data.callId);
    waiting.delete(data.callId);
    caller?.settled();
    if ('failed' in data) caller?.reject(new Error('The photo could not be worked on'));
    else caller?.resolve(data.answer as never);
  });
  worker?.addEventListener('error', failAll);
  worker?.addEventListener('messageerror', failAll);

  function call<Name extends keyof PaperDesk>(name: Name) {
    return (...args: Parameters<PaperDesk[Name]>) =>
      new Promise<Awaited<ReturnType<PaperDesk[Name]>>>((resolve, reject) => {
        lastCallId += 1;
        waiting.set(lastCallId, { resolve, reject, settled: clock.after(LONGEST_MS, failAll) });
        worker?.postMessage({ callId: lastCallId, name, args } satisfies DeskCall);
        if (isLost) failAll();
      });
  }

  return {
    open: call('open'),
    look: call('look'),
    shrink: call('shrink'),
    make: call('make'),
    close() {
      worker?.terminate();
      failAll();
    },
  };
}

/** Returns null where the browser has no workers or refuses this one. */
function startWorker(): Worker | null {
  try {
    return new Worker(paperWorkerUrl, { type: 'module' });
  } catch {
    return null;
  }
}
