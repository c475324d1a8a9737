import { waitFor } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { hasLeft } from '../../../shared/page-leaving.ts';
import { NOON } from '../../../testing/builders.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { beMaria } from '../../../testing/sign-in.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import {
  endTrouble,
  noteRefusedWrites,
  noteSpaceIsBack,
  noteTrouble,
  readTrouble,
} from '../../db/core/storage-trouble.ts';
import { listLastWords } from '../../db/drafts/last-words.ts';
import { openDraft } from '../../db/drafts/save-draft.ts';
import { followBackForwardCache } from './back-forward-cache.ts';

const TEXT = 'Um texto que já está no disco.';

/** What was rejected while nobody awaited it. */
const rejected: unknown[] = [];
const noteRejected = (reason: unknown) =>
  rejected.push(hasLeft() ? reason : new Error('too early', { cause: reason }));

beforeAll(() => {
  process.on('unhandledRejection', noteRejected);
});

// Any call of a database that is under way when the page is left fails, and a page that is over has nobody to tell.
afterAll(() => {
  process.off('unhandledRejection', noteRejected);
  for (const { name } of rejected as Error[]) expect(['AbortError', 'DatabaseClosedError']).toContain(name);
});

afterEach(() => {
  endTrouble('memoryOnly');
  noteSpaceIsBack();
  document.body.hidden = false;
  document.body.inert = false;
});

function leave(page: EventTarget = window, persisted = true): void {
  page.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
}

function comeBack(page: EventTarget = window): void {
  page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

async function holdForEver(db: CitizenDatabase): Promise<void> {
  for (;;) await db.metadata.count();
}

/** Waits long enough for everything that the fake database does in a row. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}

/** Follows a page object instead of `window`: what was over for one test would be over for the next. */
function followPage() {
  const page = new EventTarget() as EventTarget & Pick<Window, 'addEventListener'>;
  const reload = vi.fn();
  followBackForwardCache({ page, reload });
  return { page, reload };
}

test('a page that the browser does not keep, or that keeps all in its memory, is not loaded anew', () => {
  const { page, reload } = followPage();
  leave(page, false);
  noteTrouble('memoryOnly');
  leave(page);
  // That memory may have no room either.
  noteRefusedWrites(['drafts']);
  leave(page);
  comeBack(page);
  expect(hasLeft()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('on a shared device nothing of the page is seen by whoever presses Back', () => {
  const { page } = followPage();
  beMaria();
  leave(page);
  expect(document.body.hidden).toBe(false);
  beMaria({ shared: true });
  followPage();
  const shared = followPage();
  leave(shared.page);
  expect(document.body.hidden).toBe(true);
});

test('a page that is left in the middle of a save holds no database, opens none, and has kept its words', async () => {
  const { screen, user, app } = await renderApp({ at: '/rascunhos/novo?convidado' });
  const box = await screen.findByRole('textbox', { name: 'Descrição do pedido' });
  await paste(user, box, TEXT);
  const db = app.scope.database();
  if (!db) throw new Error('Nobody is here');
  await waitFor(async () => expect((await db.drafts.toArray())[0]?.description).toBe(TEXT));
  const reload = vi.fn();
  followBackForwardCache({ reload });
  const open = vi.spyOn(IDBFactory.prototype, 'open');
  const held = db.transaction('rw', db.tables, () => holdForEver(db)).catch(() => 'cut short');
  await user.type(box, ' E mais.');

  leave();
  for (const name of ['visibilitychange', 'pagehide'])
    document.dispatchEvent(new Event(name, { bubbles: true }));
  window.dispatchEvent(new Event('online'));
  expect(await held).toBe('cut short');
  await expect(db.drafts.count()).rejects.toThrow('closed');
  await settle();
  expect(open).not.toHaveBeenCalled();
  expect(readTrouble()).toBeNull();
  expect(screen.queryByText(/ainda não estão guardadas/)).toBeNull();
  expect(listLastWords(db)).toMatchObject([{ text: `${TEXT} E mais.` }]);

  comeBack();
  expect(reload).toHaveBeenCalledOnce();
  expect(document.body.inert).toBe(true);
  const anew = new CitizenDatabase(db.citizenId);
  const [words] = listLastWords(db);
  expect(await openDraft(anew, words?.draftId ?? '', NOON)).toMatchObject({ description: `${TEXT} E mais.` });
  anew.close();
});
