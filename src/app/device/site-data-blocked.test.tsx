import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  keepPendingSignIn,
  readPendingSignIn,
  takePendingSignIn,
} from '../../features/session/pending-sign-in.ts';
import { eraseEarlyWords } from '../../lib/early-words.ts';
import { hideRefusedChannel } from '../../lib/refused-channel.ts';
import { readStartHint, writeStartHint } from '../../lib/start-hint.ts';
import { __vitePreload } from '../../parts/stand-ins/preload-helper.ts';
import { readLanguage, readLook } from '../../state/kept-preferences.ts';

function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

const MEMORIES = ['localStorage', 'sessionStorage'] as const;
const found = MEMORIES.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));

/** Firefox does this where the citizen has blocked cookies and site data: it refuses some when they are read, others when they are used. */
beforeEach(() => {
  for (const name of MEMORIES) Object.defineProperty(globalThis, name, { configurable: true, get: refuse });
  vi.stubGlobal('BroadcastChannel', refuse);
  vi.stubGlobal('indexedDB', { open: refuse, deleteDatabase: refuse, databases: async () => refuse() });
});

afterEach(() => {
  vi.unstubAllGlobals();
  MEMORIES.forEach((name, n) => {
    Object.defineProperty(globalThis, name, found[n] ?? {});
  });
});

test('the code that opens databases is loaded also where the browser refuses channels', async () => {
  vi.resetModules();
  hideRefusedChannel();
  expect((await import('dexie')).default).toBeDefined();
});

test('what a sign-in has to remember lasts as long as the page, and is gone at its end', () => {
  const pending = { shared: true, returnPath: '/rascunhos', press: null, cmdState: null };
  keepPendingSignIn(pending);
  expect(readPendingSignIn()).toEqual(pending);
  expect(takePendingSignIn()).toEqual(pending);
  expect(readPendingSignIn()).toMatchObject({ shared: false, returnPath: null });
});

test('a part of the app that is missing brings no other document, since nothing would end a loop of those', async () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null));
  await expect(__vitePreload(() => Promise.reject(new TypeError('Failed to fetch')))).rejects.toThrow();
  expect(asked).not.toHaveBeenCalled();
});

test('the look, the language and who was here are as on a first visit, and nothing is left to erase', async () => {
  expect([readLanguage(), readLook().textSize, readStartHint()]).toEqual(['pt-PT', '100', 'untold']);
  writeStartHint('guest');
  await eraseEarlyWords();
});
