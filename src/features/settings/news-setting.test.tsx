import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { wantsNews } from '../../db/requests/news.ts';
import { useSession } from '../../state/session.ts';
import { NewsSetting } from './news-setting.tsx';

const LABEL = 'Avisar neste dispositivo';

afterEach(() => {
  vi.unstubAllGlobals();
  useSession.setState(useSession.getInitialState(), true);
});

/** Stands for a browser that gives this answer when it is asked for the permission. */
function browserThatSays(answer: NotificationPermission) {
  const requestPermission = vi.fn(async () => answer);
  class PageNotification {
    static permission = 'default';
    static requestPermission = requestPermission;
    close() {}
  }
  vi.stubGlobal('Notification', PageNotification);
  return requestPermission;
}

test('the browser is asked at the press, not before, and the wish is kept', async () => {
  const db = openMemoryDatabase();
  const ask = browserThatSays('granted');
  const { screen, user } = await renderFeature(<NewsSetting />, { db });
  const box = await screen.findByRole('checkbox', { name: LABEL });
  expect(ask).not.toHaveBeenCalled();
  await user.click(box);
  await waitFor(() => expect(box).toBeChecked());
  expect(await wantsNews(db)).toBe(true);
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a browser that says no is explained, with what can be done', async () => {
  const db = openMemoryDatabase();
  browserThatSays('denied');
  const { screen, user } = await renderFeature(<NewsSetting />, { db });
  await user.click(await screen.findByRole('checkbox', { name: LABEL }));
  expect(await screen.findByText(/permita as notificações/)).toBeVisible();
  expect(screen.getByRole('checkbox')).not.toBeChecked();
  expect(await wantsNews(db)).toBe(false);
});

test('whether this browser can notify is tried once, since a browser may keep every notification that it could not show', async () => {
  let made = 0;
  class CountedNotification {
    static permission = 'default';
    constructor() {
      made += 1;
    }
    close() {}
  }
  vi.stubGlobal('Notification', CountedNotification);
  for (let visit = 0; visit < 3; visit += 1) {
    const { screen } = await renderFeature(<NewsSetting />, { db: openMemoryDatabase() });
    expect(await screen.findByRole('checkbox', { name: LABEL })).toBeVisible();
    cleanup();
  }
  expect(made).toBeLessThanOrEqual(1);
});

test('where pages cannot notify, or the device is shared, there is no such choice', async () => {
  const { screen } = await renderFeature(<NewsSetting />, { db: openMemoryDatabase() });
  expect(await screen.findByText(/Este navegador não mostra avisos/)).toBeVisible();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('a browser that allows notifications and throws when a page makes one, as on Android, promises none', async () => {
  const db = openMemoryDatabase();
  class WorkerNotification {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    constructor() {
      throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
    }
  }
  vi.stubGlobal('Notification', WorkerNotification);
  const { screen, user } = await renderFeature(<NewsSetting />, { db });
  await user.click(await screen.findByRole('checkbox', { name: LABEL }));
  // The text replaces the checkbox, and takes its focus.
  expect(await screen.findByText(/Este navegador não mostra avisos/)).toHaveFocus();
  expect(await wantsNews(db)).toBe(false);
});
