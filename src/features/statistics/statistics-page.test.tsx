import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenRequest } from '../../../contract/types.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { StatisticsPage } from './statistics-page.tsx';

/** Adds a request that was received on Wednesday 2026-11-25. */
async function bring(db: CitizenDatabase, changes: Partial<CitizenRequest>, answeredOn?: string) {
  const officeName = 'Lisboa';
  const history = answeredOn
    ? [{ state: 'answered' as const, at: `${answeredOn}T12:00:00.000Z`, officeName }]
    : [];
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { history, ...changes }));
}

async function renderStatistics(db: CitizenDatabase) {
  const clockOffsetMs = Date.parse('2026-12-20T12:00:00Z') - Date.now();
  await patchSyncState(db, { clockOffsetMs });
  return renderFeature(<StatisticsPage />, { db });
}

test('it says who is waited for, how many were answered this year and how long that took', async () => {
  const db = openMemoryDatabase();
  await bring(db, { state: 'awaitingCitizen' });
  await bring(db, { state: 'inReview', kind: 'complaint' });
  await bring(db, { state: 'answered' }, '2026-11-27');
  await bring(db, { state: 'closed' }, '2026-12-04');
  await bring(db, { state: 'answered', receivedAt: '2025-12-01T12:00:00.000Z' }, '2025-12-03');
  const { screen } = await renderStatistics(db);

  const definitionOf = async (term: string) =>
    (await screen.findByText(term, { selector: 'dt' })).parentElement?.querySelector('dd')?.textContent;
  expect(await definitionOf('Aguarda a sua resposta')).toBe('1');
  expect(await definitionOf('Em curso')).toBe('1');
  expect(await definitionOf('Respondidos em 2026')).toBe('2');
  // The answers took two and six working days, since 1 December is a holiday.
  expect(await definitionOf('Tempo até à resposta em 2026')).toBe('4 dias úteis');

  const table = screen.getByRole('table', { name: /^Quantos pedidos há de cada tipo/ });
  const row = within(table).getByRole('row', { name: /^Pedir informação/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('Pedir informação');
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ lastElementChild }) => lastElementChild?.textContent),
  ).toEqual(['1', '0', '3', '4']);
  expect(within(table).getAllByRole('columnheader')).toHaveLength(5);
});

test('whoever has no request is told what will stand here', async () => {
  const { screen } = await renderStatistics(openMemoryDatabase());
  expect(await screen.findByRole('heading', { name: 'Ainda não há nada para resumir' })).toBeVisible();
});
