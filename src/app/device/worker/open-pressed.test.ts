import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createPretendWorker } from '../../../../testing/pretend-worker.ts';
import { watchPressed } from '../watch-device.ts';
import { openPressed } from './notifications.ts';

const press = (data: unknown) => {
  let isClosed = false;
  const notification = { data, close: () => (isClosed = true) };
  return { notification, isClosed: () => isClosed };
};

test('a notification that is pressed with e-Clic closed opens the request that it is about', async () => {
  const { scope, dispatch, opened } = createPretendWorker();
  openPressed(scope);
  const { notification, isClosed } = press({ requestId: 'r-1' });
  await dispatch('notificationclick', { notification });
  await dispatch('notificationclick', press({ requestId: null }));
  // A build may have said nothing of what its notification is about.
  await dispatch('notificationclick', press(null));
  expect(opened).toEqual(['/pedidos/r-1', '/pedidos', '/pedidos']);
  expect(isClosed()).toBe(true);
});

test('a page that is open goes there itself, and nothing typed in it is loaded away', async () => {
  const { scope, dispatch, opened, openPage } = createPretendWorker();
  // A page that listens is given time to say so; one that does not costs none.
  let waitMs = 500;
  openPressed(scope, () => delay(waitMs));
  openPage('https://e-clic.test/balcao/', 'visible');
  const hidden = openPage('https://e-clic.test/ajuda', 'hidden');
  const seen = openPage('https://e-clic.test/rascunhos/1/descricao', 'visible');
  const gone: (string | null)[] = [];
  const stop = watchPressed(seen.workers, (requestId) => gone.push(requestId));
  await dispatch('notificationclick', press({ requestId: 'r-1' }));
  expect({ gone, opened, isFocused: seen.isFocused(), told: hidden.told }).toEqual({
    gone: ['r-1'],
    opened: [],
    isFocused: true,
    told: [],
  });
  stop();
  waitMs = 0;
  await dispatch('notificationclick', press({ requestId: 'r-2' }));
  expect(gone).toEqual(['r-1']);
});

test('a page that has only just started and hears nothing yet is told again until it does, and goes there once', async () => {
  const { scope, dispatch, openPage } = createPretendWorker();
  const page = openPage('https://e-clic.test/ajuda', 'visible');
  const gone: (string | null)[] = [];
  let waits = 0;
  openPressed(scope, async () => {
    waits += 1;
    if (waits === 3) watchPressed(page.workers, (requestId) => gone.push(requestId));
    // An answer may take this long.
    if (waits > 3) await delay(500);
  });
  await dispatch('notificationclick', press({ requestId: 'r-1' }));
  expect({ gone, tells: page.told.length }).toEqual({ gone: ['r-1'], tells: 4 });
});

test('a page that the browser does not let come to the front goes there all the same', async () => {
  const { scope, dispatch, openPage } = createPretendWorker();
  openPressed(scope, async () => undefined);
  const page = openPage('https://e-clic.test/ajuda', 'hidden');
  page.focus = () => Promise.reject(new DOMException('', 'InvalidAccessError'));
  await dispatch('notificationclick', press({ requestId: 'r-1' })).catch(() => undefined);
  expect(page.told[0]).toEqual({ type: 'PRESSED', requestId: 'r-1' });
});

test.each([
  ['the page of a clerk', '/balcao/'],
  ['the list of licences, a file in a tab of its own', '/licencas.txt'],
])('%s is none of the citizen’s', async (_what, path) => {
  const { scope, dispatch, opened, openPage } = createPretendWorker();
  openPressed(scope);
  const other = openPage(`https://e-clic.test${path}`, 'visible');
  await dispatch('notificationclick', press({ requestId: 'r-1' }));
  expect(opened).toEqual(['/pedidos/r-1']);
  expect(other.told).toEqual([]);
});

test('the institution’s own site beside e-Clic is none of the citizen’s pages', async () => {
  vi.stubEnv('BASE_PATH', '/e-clic');
  vi.resetModules();
  onTestFinished(() => void vi.unstubAllEnvs());
  const below = await import('./notifications.ts');
  const { scope, dispatch, opened, openPage } = createPretendWorker();
  below.openPressed(scope);
  openPage('https://e-clic.test/noticias', 'visible');
  await dispatch('notificationclick', press({ requestId: 'r-1' }));
  expect(opened).toEqual(['/e-clic/pedidos/r-1']);
});
