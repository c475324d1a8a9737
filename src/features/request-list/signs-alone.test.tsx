import { expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { SearchableList } from '../../../testing/searchable-list.tsx';
import { recordReceived } from '../../db/requests/requests.ts';

test.each(['?', '€', '🙂'])(
  'whoever types «%s» alone still sees the groups, since no request is found by it',
  async (sign) => {
    const db = openMemoryDatabase();
    for (let n = 0; n < 8; n += 1) await recordReceived(db, registeredRequest(crypto.randomUUID()));
    const { screen, user } = await renderFeature(<SearchableList />, { db });
    await user.type(await screen.findByRole('searchbox', { name: 'Procurar nos meus pedidos' }), sign);
    expect(screen.getByRole('region', { name: 'Em curso (8)' })).toBeVisible();
    await user.keyboard(' abono');
    expect(await screen.findByRole('region', { name: '8 pedidos' })).toBeVisible();
  },
);
