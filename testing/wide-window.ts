import { onTestFinished, vi } from 'vitest';

/** A window that is as wide as whatever asks for its width wants it; jsdom knows none. */
export function beWide(): void {
  const isWide = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => isWide);
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'matchMedia');
  });
}
