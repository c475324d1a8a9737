interface Options {
  signal?: AbortSignal;
}

type Run = () => Promise<unknown>;

/** The part of Web Locks that sync uses: each name has one holder at a time, in order, and a caller that gives up waiting is passed over. */
export function queueLocks(): LockManager {
  const last = new Map<string, Promise<unknown>>();

  function request(name: string, ...given: [Run] | [Options, Run]): Promise<unknown> {
    const [{ signal }, run] = given.length === 1 ? [{ signal: undefined }, ...given] : given;
    const turn = Promise.resolve(last.get(name)).then(() => (signal?.aborted ? undefined : run()));
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return Promise.race([turn, ...(signal ? [untilAborted(signal)] : [])]);
  }

  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
