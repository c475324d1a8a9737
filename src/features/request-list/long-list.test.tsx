import { fireEvent, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { SearchableList } from '../../../testing/searchable-list.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { recordReceived } from '../../db/requests/requests.ts';

test('the fifty-first request comes with *Mostrar mais*, and the focus goes on there', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { lastSuccessAt: new Date().toISOString() });
  for (let n = 0; n < 51; n += 1) {
    await recordReceived(db, registeredRequest(crypto.randomUUID(), { reference: `EC-2026-${n}` }));
  }
  const { screen, user } = await renderFeature(<SearchableList />, { db });
  await user.click(await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' }));
  const group = screen.getByRole('region', { name: 'Em curso (51)' });
  await waitFor(() => expect(within(group).getAllByRole('link')[50]).toHaveFocus());
  expect(screen.queryByRole('button', { name: /^Mostrar mais/ })).toBeNull();
});

test('whoever presses *Mostrar mais* keeps the button under the fingers while there are more', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { lastSuccessAt: new Date().toISOString() });
  for (let n = 0; n < 101; n += 1) await recordReceived(db, registeredRequest(crypto.randomUUID()));
  const { screen } = await renderFeature(<SearchableList />, { db });
  const button = await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' });
  fireEvent.click(button);
  expect(button).toBeInTheDocument();
  const group = screen.getByRole('region', { name: 'Em curso (101)' });
  await waitFor(() => expect(within(group).getAllByRole('link')).toHaveLength(100));
  expect(button).toBeInTheDocument();
});

/** Adds `count` requests in progress, each a minute older than the one before, and returns their ids, newest first. */
async function receiveMany(db: CitizenDatabase, count: number): Promise<string[]> {
  await patchSyncState(db, { lastSuccessAt: new Date().toISOString() });
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  for (const [n, id] of ids.entries()) {
    const updatedAt = new Date(NOON.getTime() - n * 60_000).toISOString();
    await recordReceived(db, registeredRequest(id, { updatedAt }));
  }
  return ids;
}

const LATER = '2026-11-30T12:00:00.000Z';

test('news of the request at which the first fifty end takes none of them away', async () => {
  const db = openMemoryDatabase();
  const ids = await receiveMany(db, 101);
  const { screen, user } = await renderFeature(<SearchableList />, { db });
  await user.click(await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' }));
  const group = screen.getByRole('region', { name: 'Em curso (101)' });
  await waitFor(() => expect(within(group).getAllByRole('link')).toHaveLength(100));
  const news = { state: 'inReview', updatedAt: LATER } as const;
  await recordReceived(db, registeredRequest(ids[49] ?? '', news));
  await within(group).findByText('Em análise');
  expect(within(group).getAllByRole('link').length).toBeGreaterThanOrEqual(100);
});

test('the way to the last ones stays when some of the first have moved to another group', async () => {
  const db = openMemoryDatabase();
  const ids = await receiveMany(db, 105);
  const { screen, user } = await renderFeature(<SearchableList />, { db });
  await user.click(await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' }));
  const group = screen.getByRole('region', { name: 'Em curso (105)' });
  await waitFor(() => expect(within(group).getAllByRole('link')).toHaveLength(100));
  for (const id of ids.slice(0, 10)) {
    await recordReceived(db, registeredRequest(id, { state: 'closed', updatedAt: LATER }));
  }
  await screen.findByRole('region', { name: 'Em curso (95)' });
  await user.click(screen.getByRole('button', { name: 'Mostrar mais em «Em curso»' }));
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: 'Mostrar mais em «Em curso»' })).toBeNull(),
  );
  await waitFor(() => expect(within(group).getAllByRole('link')).toHaveLength(95));
});

test('while the requests are fetched for the first time no group can be unfolded, and it grows no longer than a page', async () => {
  const db = openMemoryDatabase();
  await receiveMany(db, 60);
  await patchSyncState(db, { lastSuccessAt: null });
  const { screen } = await renderFeature(<SearchableList />, { db });
  const group = await screen.findByRole('region', { name: 'Em curso (60)' });
  await waitFor(() => expect(within(group).getAllByRole('link')).toHaveLength(50));
  expect(screen.getByText('Estamos a ir buscar os seus pedidos. Já chegaram 60.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Mostrar mais/ })).toBeNull();
  await patchSyncState(db, { lastSuccessAt: LATER });
  expect(await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' })).toBeVisible();
});
