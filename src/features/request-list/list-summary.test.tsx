import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { recordReceived } from '../../db/requests/requests.ts';
import { readList } from './list-summary.ts';
import { RequestListPage } from './request-list-page.tsx';

async function openWithRequest(description: string, citizenId = 'c_maria') {
  const db = openMemoryDatabase(citizenId);
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { description }));
  return db;
}

test('what was read of the list before it is shown stands there with the first drawing', async () => {
  const db = await openWithRequest('O abono da minha filha');
  const initial = await readList(db);
  await db.requests.clear();
  const { screen } = await renderFeature(
    <RequestListPage initial={initial} search={{}} onSearch={() => {}} />,
    {
      db,
    },
  );
  const group = screen.getByRole('region', { name: 'Em curso (1)' });
  expect(within(group).getByText('O abono da minha filha')).toBeVisible();
});

test('nobody is shown what was read for another citizen', async () => {
  const initial = await readList(await openWithRequest('O abono da minha filha'));
  const db = await openWithRequest('A minha pensão', 'c_joao');
  const { screen } = await renderFeature(
    <RequestListPage initial={initial} search={{}} onSearch={() => {}} />,
    {
      db,
    },
  );
  expect(screen.queryByText('O abono da minha filha')).toBeNull();
  expect(await screen.findByText('A minha pensão')).toBeVisible();
  expect(screen.queryByText('O abono da minha filha')).toBeNull();
});
