import { expect } from '@playwright/test';

export const LOOK_EVERY_MS = 50;

interface Patience {
  message?: string;
  timeout?: number;
}

/** Asks until the answer is the expected one, at an even pace: `expect.poll` by itself asks ever more seldom, once a second in the end. */
export function poll<Answer>(ask: () => Answer | Promise<Answer>, patience: Patience = {}) {
  return expect.poll(ask, { intervals: [LOOK_EVERY_MS], ...patience });
}
