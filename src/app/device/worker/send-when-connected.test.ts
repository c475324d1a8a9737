import { expect, test } from 'vitest';
import { createPretendWorker } from '../../../../testing/pretend-worker.ts';
import { SYNC_TAG } from '../../../lib/wake-worker.ts';
import { sendWhenConnected } from './send-when-connected.ts';
import type { WorkerScope } from './worker-scope.ts';

function listen(changes: Partial<WorkerScope> = {}) {
  const worker = createPretendWorker();
  const chances: boolean[] = [];
  const scope: WorkerScope = {
    ...worker.scope,
    importScripts(url) {
      worker.fetched.push(url);
      scope.sendWaiting = async (isLastChance) => void chances.push(isLastChance);
    },
    ...changes,
  };
  sendWhenConnected(scope);
  return { ...worker, chances };
}

test('the file that sends comes with the worker, and is run again only by a worker that starts anew', async () => {
  const { dispatch, fetched, chances } = listen();
  await dispatch('install');
  await dispatch('sync', { tag: SYNC_TAG, lastChance: false });
  await dispatch('sync', { tag: SYNC_TAG, lastChance: true });
  expect(fetched).toHaveLength(1);
  expect(chances).toEqual([false, true]);
  const later = listen();
  await later.dispatch('sync', { tag: SYNC_TAG, lastChance: false });
  expect(later.fetched).toHaveLength(1);
});

test('what somebody else asked the browser for is left alone', async () => {
  const { dispatch, fetched } = listen();
  await dispatch('sync', { tag: 'other', lastChance: false });
  expect(fetched).toEqual([]);
});

test('the browser hears that something still waits', async () => {
  const { dispatch } = listen({ sendWaiting: () => Promise.reject(new Error('waiting')) });
  await expect(dispatch('sync', { tag: SYNC_TAG, lastChance: false })).rejects.toThrow('waiting');
});

test('whoever accepts a newer worker has this one stop where it can be gone on from', async () => {
  let isEnded = () => false;
  const { dispatch } = listen({
    sendWaiting: async (_isLastChance, signal) => {
      isEnded = () => signal.aborted;
    },
  });
  await dispatch('sync', { tag: SYNC_TAG, lastChance: false });
  await dispatch('message', { data: null });
  expect(isEnded()).toBe(false);
  await dispatch('message', { data: { type: 'GIVE_WAY' } });
  expect(isEnded()).toBe(true);
});

test('a worker does not come without it: it could not have it later', async () => {
  const { dispatch } = listen({
    importScripts() {
      throw new DOMException('', 'NetworkError');
    },
  });
  await expect(dispatch('install')).rejects.toThrow();
});

test('a browser that wakes no worker does not fetch it', async () => {
  const { registration } = createPretendWorker().scope;
  const { dispatch, fetched } = listen({ registration: { ...registration, sync: undefined } });
  await dispatch('install');
  expect(fetched).toEqual([]);
});

test('no other script passes where scripts have to be let through', () => {
  let pass: (url: string) => string = () => '';
  listen({
    trustedTypes: {
      createPolicy(name, { createScriptURL }) {
        expect(name).toBe('default');
        pass = createScriptURL;
      },
    },
  });
  const own = import.meta.env.BACKGROUND_SYNC_URL;
  expect(pass(own)).toBe(own);
  expect(() => pass('https://other.test/x.js')).toThrow(TypeError);
});
