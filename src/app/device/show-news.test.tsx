import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { keepNewsWish, takeNews } from '../../db/requests/news.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { showNews } from './notify-news.ts';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';

interface Shown {
  title: string;
  options: NotificationOptions;
  click: () => void;
}

let shown: Shown[];

function browserThatIs(permission: NotificationPermission): void {
  class PageNotification {
    static permission = permission;
    onclick: (() => void) | null = null;
    constructor(title: string, options: NotificationOptions) {
      shown.push({ title, options, click: () => this.onclick?.() });
    }
    close() {}
  }
  vi.stubGlobal('Notification', PageNotification);
}

beforeEach(async () => {
  shown = [];
  vi.spyOn(window, 'focus').mockReturnValue();
  // This loads the texts.
  await renderFeature(null);
});

afterEach(() => void vi.unstubAllGlobals());

test('a notification says only that there is news, and leads to the request', async () => {
  browserThatIs('granted');
  const db = openMemoryDatabase();
  await keepNewsWish(db, true, NOON);
  const at = '2026-11-25T13:00:00.000Z';
  const request = registeredRequest(ID, { state: 'answered', lastMessageAt: at, updatedAt: at });
  await recordReceived(db, request);
  const open = vi.fn();
  await showNews(await takeNews(db), open);
  expect(shown).toHaveLength(1);
  expect([shown[0]?.title, shown[0]?.options]).toEqual([
    'Há novidades no e-Clic',
    { tag: `eclic-${ID}`, renotify: true, lang: 'pt-PT' },
  ]);
  shown[0]?.click();
  expect(open).toHaveBeenCalledWith(ID);
});

test('a notification of several requests leads to the list', async () => {
  browserThatIs('granted');
  const open = vi.fn();
  await showNews([ID, 'other'], open);
  expect([shown[0]?.title, shown[0]?.options]).toEqual([
    'Há novidades no e-Clic',
    { tag: 'eclic', renotify: true, lang: 'pt-PT' },
  ]);
  shown[0]?.click();
  expect(open).toHaveBeenCalledWith(null);
});

test('once the browser’s permission is taken back nothing is shown', async () => {
  browserThatIs('denied');
  await showNews([ID], vi.fn());
  expect(shown).toEqual([]);
});
