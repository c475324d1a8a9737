import { expect, test } from 'vitest';
import { listWaiting, postpone } from '../../db/outbox.ts';
import { submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { WaitingListPage } from './waiting-list-page.tsx';

test('everything that waits is listed with the reason and a way to it', async () => {
  const db = openMemoryDatabase();
  const signedOut = await submitCompleteDraft(db);
  const missing = await submitCompleteDraft(db);
  for (const { commandId, requestId } of await listWaiting(db)) {
    await postpone(
      db,
      commandId,
      requestId === missing
        ? { nextAttemptAt: 0, waitReason: 'missingBytes', missingFileName: 'x.pdf' }
        : { nextAttemptAt: Number.MAX_SAFE_INTEGER, waitReason: 'signedOut' },
    );
  }
  const { screen } = await renderFeature(<WaitingListPage renderDownload={() => null} />, { db });
  expect(await screen.findByText('Há 2 pedidos por enviar neste dispositivo.')).toBeVisible();
  expect(screen.getByText('Espera que inicie sessão.')).toBeVisible();
  expect(screen.getByText(/conteúdo do ficheiro «x\.pdf»/)).toBeVisible();
  const addresses = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(addresses.toSorted()).toEqual([`/pedidos/${signedOut}`, `/pedidos/${missing}`].toSorted());
});

test('with nothing waiting the page says so', async () => {
  const { screen } = await renderFeature(<WaitingListPage renderDownload={() => null} />, {
    db: openMemoryDatabase(),
  });
  expect(await screen.findByText('Não há nada por enviar')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
