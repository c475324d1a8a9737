import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 50;
const AT_MOST_MS = 20_000;

/** Asks until there is an answer. An error meanwhile is no answer: a page may be on its way to another. */
export async function waitFor<T>(
  ask: () => Promise<T | null | undefined | false>,
  complain: () => string,
  atMostMs = AT_MOST_MS,
): Promise<T> {
  const until = Date.now() + atMostMs;
  let trouble: unknown;
  while (Date.now() < until) {
    const answer = await ask().catch((error: unknown) => {
      trouble = error;
      return null;
    });
    if (answer) return answer;
    await wait(EVERY_MS);
  }
  throw new Error(complain(), { cause: trouble });
}
