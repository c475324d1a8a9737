import { fireEvent } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { ANEW_AFTER_MS, registerWorker, TAKE_OVER_MS } from './register-worker.ts';

interface FakeWorker {
  state: ServiceWorkerState;
  told: unknown[];
  postMessage(message: unknown): void;
}

function fakeWorker(state: ServiceWorkerState): FakeWorker {
  const told: unknown[] = [];
  return { state, told, postMessage: (message) => told.push(message) };
}

/** Opens a page that an old worker controls, with `waiting` as the worker that waits, or none. */
async function openPage(waiting: FakeWorker | null) {
  const registration = Object.assign(new EventTarget(), { active: {}, installing: null, waiting });
  const controller = fakeWorker('activated');
  const clock = manualClock(NOON);
  const page = {
    loads: 0,
    registered: 0,
    isForgotten: false,
    accept: (): void => expect.fail('nobody was asked'),
  };
  const workers = Object.assign(new EventTarget(), {
    controller: controller as FakeWorker | null,
    ready: new Promise(() => undefined),
    getRegistration: async () => (page.isForgotten ? undefined : registration),
    register: async () => {
      page.registered += 1;
      return registration;
    },
  });
  await registerWorker(workers as unknown as ServiceWorkerContainer, {
    url: '/sw.js',
    clock,
    follow: () => {
      page.loads += 1;
    },
    tellReady: (accept) => {
      page.accept = accept;
    },
  });
  const takeOver = () => {
    if (waiting) waiting.state = 'activating';
    workers.dispatchEvent(new Event('controllerchange'));
  };
  const forgetSite = () => {
    workers.controller = null;
    workers.dispatchEvent(new Event('controllerchange'));
  };
  return { page, clock, takeOver, controller, forgetSite };
}

beforeEach(() => sessionStorage.clear());

test('a newer worker that takes over when it is told to leaves the page to those who follow it', async () => {
  const newer = fakeWorker('installed');
  const { page, clock, takeOver, controller } = await openPage(newer);
  page.accept();
  expect(newer.told).toEqual([{ type: 'SKIP_WAITING' }]);
  // The older one may be sending, and is replaced once it rests.
  expect(controller.told).toEqual([{ type: 'GIVE_WAY' }]);
  takeOver();
  clock.pass(TAKE_OVER_MS);
  expect(page.loads).toBe(0);
  expect((await openPage(null)).page.loads).toBe(0);
});

test('one that the browser leaves waiting comes by two loads of the page: the old worker answers the first', async () => {
  const { page, clock } = await openPage(fakeWorker('installed'));
  page.accept();
  clock.pass(TAKE_OVER_MS);
  expect(page.loads).toBe(1);
  expect((await openPage(null)).page.loads).toBe(1);
  expect((await openPage(null)).page.loads).toBe(0);
});

test('one that takes over late, while the load waits for somebody who types, brings the new page by that load alone', async () => {
  const { page, clock, takeOver } = await openPage(fakeWorker('installed'));
  page.accept();
  clock.pass(TAKE_OVER_MS);
  takeOver();
  expect((await openPage(null)).page.loads).toBe(0);
});

test('one that still waits after the load is asked about again, and not loaded for without end', async () => {
  const newer = fakeWorker('installed');
  const { page, clock } = await openPage(newer);
  page.accept();
  clock.pass(TAKE_OVER_MS);
  const again = await openPage(newer);
  expect(again.page.loads).toBe(0);
  again.page.accept();
  expect(newer.told).toHaveLength(2);
});

test('a browser that has forgotten this site at a sign-out gets a worker again, once it has forgotten all', async () => {
  const { page, clock, forgetSite } = await openPage(null);
  forgetSite();
  clock.pass(ANEW_AFTER_MS - 1);
  expect(page.registered).toBe(1);
  clock.pass(1);
  expect(page.registered).toBe(2);
  expect(page.loads).toBe(0);
});

test('a worker that the browser has forgotten without a word is registered when the page is in front again', async () => {
  const { page } = await openPage(null);
  page.isForgotten = true;
  fireEvent(document, new Event('visibilitychange'));
  await expect.poll(() => page.registered).toBe(2);
});

test('a worker that takes the place of another is not registered again', async () => {
  const { page, clock, takeOver } = await openPage(null);
  takeOver();
  clock.pass(ANEW_AFTER_MS);
  expect(page.registered).toBe(1);
});
