import type { AnyRouter, ParsedLocation } from '@tanstack/react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import { holdNavigation } from './hold-navigation.ts';

const reload = vi.fn();
const go = vi.fn();

beforeEach(() => {
  vi.stubGlobal('window', { location: { reload } });
  // The server answers.
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(null));
});

afterEach(() => {
  endTrouble('memoryOnly');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const at = (href: string, index: number) =>
  ({ href, pathname: href, state: { __TSR_index: index } }) as ParsedLocation;

/** Goes on to a page that was missed before, and whose code does not come this time either. */
function missPageAgain(): void {
  const router = {
    state: { resolvedLocation: at('/', 0) },
    getMatchedRoutes: () => [[{ options: {} }]],
    loadRouteChunk: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    history: { go },
  } as unknown as AnyRouter;
  useMissedPage.setState({ missed: { href: '/ajuda', tryAgain: () => undefined } });
  void holdNavigation(router, at('/ajuda', 1), false);
}

test('a page that does not come twice from a server that answers comes with a new document', async () => {
  missPageAgain();
  await expect.poll(() => reload).toHaveBeenCalledOnce();
  expect(go).not.toHaveBeenCalled();
});

test('no document takes the place of one that is all that keeps what was written', async () => {
  noteTrouble('memoryOnly');
  missPageAgain();
  await expect.poll(() => go).toHaveBeenCalledWith(-1);
  expect(reload).not.toHaveBeenCalled();
});
