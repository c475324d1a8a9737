import { fireEvent, waitFor, within } from '@testing-library/react';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { SearchableList } from '../../../testing/searchable-list.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { putRequest } from '../../db/requests/requests.ts';
import type { SearchCall } from '../../db/search/search-calls.ts';

afterEach(() => void vi.unstubAllGlobals());

async function bring(db: CitizenDatabase, count: number): Promise<void> {
  const all = Array.from({ length: count }, () => registeredRequest(crypto.randomUUID()));
  await db.transaction('rw', db.tables, async () => {
    for (const request of all) await putRequest(db, request);
  });
}

/** A worker that finds nothing at its first search, since it cannot read, and answers every later one. */
class RestingWorker extends EventTarget {
  searches = 0;
  postMessage({ callId, call }: { callId: number; call: SearchCall }): void {
    const isSearch = call.do === 'find';
    if (isSearch) this.searches += 1;
    if (isSearch && this.searches === 1) {
      this.say({ callId, failed: true });
      this.say({ hasNews: true });
    } else this.say({ callId, answer: isSearch ? NOTHING_FOUND : null });
  }
  terminate(): void {}
  say(data: unknown): void {
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
}

/** A worker that cannot read. */
class FailingWorker extends RestingWorker {
  override postMessage({ callId, call }: { callId: number; call: SearchCall }): void {
    this.say(call.do === 'find' ? { callId, failed: true } : { callId, answer: null });
  }
}

/** A worker that can read from the start. */
class AnsweringWorker extends RestingWorker {
  override searches = 1;
}

const NO_FACETS = { states: [], kinds: [], people: [], topics: [], unread: 0 };
const NOTHING_FOUND = { found: [], total: 0, isComplete: true, facets: NO_FACETS };

test('a search that failed once shows its results when it is made again', async () => {
  const db = openMemoryDatabase();
  await bring(db, 9);
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  vi.stubGlobal('Worker', RestingWorker);
  const { screen } = await renderFeature(<SearchableList start={{ q: 'creche' }} />, { db });
  expect(await screen.findByText(/Nenhum pedido/)).toBeVisible();
});

test('a search whose worker can read no longer is answered by another worker, and no failure is told', async () => {
  const db = openMemoryDatabase();
  await bring(db, 9);
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  let made = 0;
  vi.stubGlobal('Worker', function makeWorker() {
    made += 1;
    return made === 1 ? new FailingWorker() : new AnsweringWorker();
  });
  const { screen } = await renderFeature(<SearchableList start={{ q: 'creche' }} />, { db });
  expect(await screen.findByText(/Nenhum pedido|Não foi possível/)).toHaveTextContent('Nenhum pedido');
  expect(made).toBe(2);
});

test('a search that fails is told at once, and the filters stay where they can be changed', async () => {
  const db = openMemoryDatabase();
  await bring(db, 9);
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  vi.stubGlobal('Worker', FailingWorker);
  const { screen, user } = await renderFeature(<SearchableList />, { db });
  await user.click(await screen.findByRole('button', { name: 'Filtros' }));
  const kind = await screen.findByRole('combobox', { name: 'O que pretende' });
  await user.selectOptions(kind, 'complaint');
  expect(await screen.findByText(/^Não foi possível procurar/)).toHaveTextContent(/Não foi possível/);
  expect(screen.getByRole('combobox', { name: 'O que pretende' })).toHaveFocus();
});

test('whoever presses *Mostrar mais* twice at once gets no result twice', async () => {
  const db = openMemoryDatabase();
  await bring(db, 151);
  const { screen } = await renderFeature(<SearchableList start={{ q: 'abono' }} />, { db });
  const results = await screen.findByRole('region', { name: '151 pedidos' });
  const links = () =>
    within(results)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
  await waitFor(() => expect(links()).toHaveLength(50));
  const more = within(results).getByRole('button', { name: 'Mostrar mais' });
  fireEvent.click(more);
  fireEvent.click(more);
  await waitFor(() => expect(links().length).toBeGreaterThan(50));
  expect(new Set(links()).size).toBe(links().length);
});
