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

const routerWith = (loadRouteChunk: () => Promise<void>) =>
  ({
    state: { resolvedLocation: at('/', 0) },
    getMatchedRoutes: () => [[{ options: {} }]],
    loadRouteChunk,
    history: { go },
  }) as unknown as AnyRouter;

const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

const to = (href: string, abortController = new AbortController()) => ({
  location: at(href, 1),
  preload: false,
  abortController,
});

/** Goes on to a page that was missed before, and whose code does not come this time either. */
function missPageAgain(): void {
  useMissedPage.setState({ missed: { href: '/ajuda', tryAgain: () => undefined } });
  void holdNavigation(routerWith(missing), to('/ajuda'));
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

test('a page that was given up moves nobody once it is known not to come', async () => {
  const givenUp = new AbortController();
  useMissedPage.setState({ missed: null });
  const code = async () => {
    givenUp.abort();
    return missing();
  };
  await expect(holdNavigation(routerWith(code), to('/ajuda', givenUp))).rejects.toThrow(TypeError);
  expect(go).not.toHaveBeenCalled();
  expect(useMissedPage.getState().missed).toBeNull();
});

test('a page that is asked about again is forgotten once another entry of the same address has come', async () => {
  useMissedPage.setState({ missed: { href: '/ajuda', tryAgain: () => undefined } });
  await holdNavigation(
    routerWith(async () => {}),
    to('/'),
  );
  expect(useMissedPage.getState().missed).toBeNull();
});
