import { onTestFinished, vi } from 'vitest';

/** Gives the test a window that matches every media query; jsdom has no `matchMedia`. */
export function beWide(): void {
  const isWide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => isWide);
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'matchMedia');
  });
}
