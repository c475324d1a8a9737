import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { beMaria } from '../../../testing/sign-in.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { keepNewsWish, takeNews } from '../../db/requests/news.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { useSession } from '../../state/session.ts';
import { showNews, watchNews } from './notify-news.ts';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';

interface Shown {
  title: string;
  options: NotificationOptions;
  click: () => void;
  isClosed: boolean;
}

let shown: Shown[];

function browserThatIs(permission: NotificationPermission): void {
  class PageNotification {
    static permission = permission;
    onclick: (() => void) | null = null;
    shown: Shown;
    constructor(title: string, options: NotificationOptions) {
      this.shown = { title, options, click: () => this.onclick?.(), isClosed: false };
      shown.push(this.shown);
    }
    close() {
      this.shown.isClosed = true;
    }
  }
  vi.stubGlobal('Notification', PageNotification);
}

beforeEach(async () => {
  shown = [];
  vi.spyOn(window, 'focus').mockReturnValue();
  // This loads the texts.
  await renderFeature(null);
});

afterEach(() => {
  vi.unstubAllGlobals();
  useSession.setState(useSession.getInitialState(), true);
});

test('a notification says only that there is news, and leads to the request', async () => {
  browserThatIs('granted');
  const db = openMemoryDatabase();
  await keepNewsWish(db, true, NOON);
  const at = '2026-11-25T13:00:00.000Z';
  const request = registeredRequest(ID, { state: 'answered', lastMessageAt: at, updatedAt: at });
  await recordReceived(db, request);
  const open = vi.fn();
  showNews(await takeNews(db), open);
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
  showNews([ID, 'other'], open);
  expect([shown[0]?.title, shown[0]?.options]).toEqual([
    'Há novidades no e-Clic',
    { tag: 'eclic', renotify: true, lang: 'pt-PT' },
  ]);
  shown[0]?.click();
  expect(open).toHaveBeenCalledWith(null);
});

test('a notification goes with its citizen: whoever comes next is led to no request of theirs', async () => {
  browserThatIs('granted');
  beMaria();
  const current = createCurrentDatabase();
  await current.change(openMemoryDatabase('c_maria'));
  const show = () => undefined;
  const stop = watchNews({ current, clock: manualClock(NOON), page: document, locks: undefined, show });
  showNews([ID], vi.fn());
  expect(shown[0]?.isClosed).toBe(false);
  await current.change(openMemoryDatabase('c_joao'));
  expect(shown[0]?.isClosed).toBe(true);
  stop();
});

test('once the browser’s permission is taken back nothing is shown', async () => {
  browserThatIs('denied');
  showNews([ID], vi.fn());
  expect(shown).toEqual([]);
});
